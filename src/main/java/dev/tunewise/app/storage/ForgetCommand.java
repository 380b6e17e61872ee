package dev.tunewise.app.storage;

import dev.tunewise.session.command.ForgetService;
import dev.tunewise.session.store.Erasure;
import dev.tunewise.session.store.StateCache;
import dev.tunewise.storage.Database;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Forgets on behalf of somebody who cannot say so themselves any more, or after a backup came back; also while the service runs. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description = "Forget a person, a consultation or a workspace; one line of statistics for each stays.")
public record ForgetCommand(PrintStream out, PrintStream err, InstantSource clock) {
    private static final String PLACE = "slack/<workspace> or teams/<tenant>, for example slack/T0123ABC";

    @Command(
            name = "person",
            mixinStandardHelpOptions = true,
            description = "What somebody said in a workspace, and their name.")
    int person(
            @Mixin DatabaseOptions options,
            @Parameters(paramLabel = "PLACE", description = PLACE) String place,
            @Parameters(paramLabel = "PERSON", description = "the platform's id, for example U0123ABC") String person) {
        return within(place, options, (channel, workspace) -> new Erasure.OfPerson(channel, workspace, person));
    }

    @Command(name = "thread", mixinStandardHelpOptions = true, description = "One consultation.")
    int thread(
            @Mixin DatabaseOptions options,
            @Parameters(paramLabel = "ID", description = "as in its address, /c/<id>") String id) {
        return forget(options, new Erasure.OfThread(id));
    }

    @Command(name = "workspace", mixinStandardHelpOptions = true, description = "All consultations of a workspace.")
    int workspace(@Mixin DatabaseOptions options, @Parameters(paramLabel = "PLACE", description = PLACE) String place) {
        return within(place, options, Erasure.OfWorkspace::new);
    }

    private int within(String place, DatabaseOptions options, BiFunction<String, String, Erasure> which) {
        if (!place.matches("(slack|teams)/[^/\\s]+")) {
            err.println("PLACE is \"" + place + "\"; expected " + PLACE + ". Nothing was forgotten.");
            return 2;
        }
        int slash = place.indexOf('/');
        return forget(options, which.apply(place.substring(0, slash), place.substring(slash + 1)));
    }

    private int forget(DatabaseOptions options, Erasure which) {
        try (Database database = options.open()) {
            ForgetService forget = new ForgetService(database.erasure(), StateCache.recent(1), database.audit());
            int count = forget.forget(which, "operator", clock.instant());
            if (count == 0) {
                err.println("Nothing was kept of " + which.where() + "; look at `tunewise access audit` for what was.");
                return 1;
            }
            out.println(count + (count == 1 ? " consultation is" : " consultations are")
                    + " gone or changed. Backups of before still hold them.");
            return 0;
        }
    }
}
