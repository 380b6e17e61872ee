package dev.tunewise.app.storage;

import dev.tunewise.access.Grants;
import dev.tunewise.session.command.ForgetService;
import dev.tunewise.session.store.Erasure;
import dev.tunewise.session.store.StateCache;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Forgets on behalf of somebody who cannot say so themselves any more, or after a backup came back; also while the service runs. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        description = "Forget a person, a consultation or a workspace; one line of statistics for each stays.")
public record ForgetCommand(PrintStream out, PrintStream err, InstantSource clock) {
    private static final String LOCAL = "local";
    private static final String PLACE =
            "slack/<workspace>, teams/<tenant>, for example slack/T0123ABC, or local for web, API and terminal";

    @Command(name = "person", description = "What somebody said in a workspace, and their name.")
    int person(
            @Mixin DatabaseOptions options,
            @Parameters(paramLabel = "PLACE", description = PLACE) String place,
            @Parameters(
                            paramLabel = "PERSON",
                            description =
                                    "the platform's id, for example U0123ABC; of local the id as `tunewise access audit` shows it, or the name")
                    String person) {
        return within(place, options, (channel, workspace) -> new Erasure.OfPerson(channel, workspace, person));
    }

    @Command(name = "thread", description = "One consultation.")
    int thread(
            @Mixin DatabaseOptions options,
            @Parameters(paramLabel = "ID", description = "as in its address, /c/<id>") String id) {
        return forget(options, List.of(new Erasure.OfThread(id)));
    }

    @Command(name = "workspace", description = "All consultations of a workspace.")
    int workspace(@Mixin DatabaseOptions options, @Parameters(paramLabel = "PLACE", description = PLACE) String place) {
        return within(place, options, Erasure.OfWorkspace::new);
    }

    private int within(String place, DatabaseOptions options, BiFunction<String, String, Erasure> which) {
        if (place.equals(LOCAL)) {
            return forget(
                    options,
                    Stream.of("web", "api", "terminal")
                            .map(channel -> which.apply(channel, LOCAL))
                            .toList());
        }
        if (!place.matches("(slack|teams)/[^/\\s]+")) {
            err.println("PLACE is \"" + place + "\"; expected " + PLACE + ". Nothing was forgotten.");
            return 2;
        }
        int slash = place.indexOf('/');
        return forget(options, List.of(which.apply(place.substring(0, slash), place.substring(slash + 1))));
    }

    private int forget(DatabaseOptions options, List<Erasure> which) {
        return options.on(err, database -> {
            ForgetService forget = new ForgetService(database.erasure(), StateCache.recent(1), database.audit());
            int count = which.stream()
                    .mapToInt(each -> forget.forget(each, "operator", clock.instant()))
                    .sum();
            if (which.getFirst() instanceof Erasure.OfPerson(String _, String workspace, String person)
                    && workspace.equals(LOCAL)) {
                new Grants(database.secrets(), new SecureRandom(), clock).revoke(Grants.Kind.SESSION, person);
            }
            if (count == 0) {
                err.println("Nothing was kept of " + which.getFirst().where()
                        + "; look at `tunewise access audit` for what was.");
                return 1;
            }
            out.println(count + (count == 1 ? " consultation is" : " consultations are")
                    + " gone or changed. Backups of before still hold them.");
            return 0;
        });
    }
}
