package dev.tunewise.app.storage;

import dev.tunewise.access.Grants;
import dev.tunewise.session.command.ForgetService;
import dev.tunewise.session.store.Erasure;
import dev.tunewise.session.store.StateCache;
import dev.tunewise.terminal.Refusal;
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
public record ForgetCommand(PrintStream out, InstantSource clock) {
    private static final String LOCAL = "local";
    private static final String PLACE =
            "slack/<workspace>, teams/<tenant>, for example slack/T0123ABC, or local for web, API and terminal";

    @Command(name = "person", description = "What somebody said in a workspace, and their name.")
    void person(
            @Mixin DatabaseOptions options,
            @Parameters(paramLabel = "PLACE", description = PLACE) String place,
            @Parameters(
                            paramLabel = "PERSON",
                            description =
                                    "the platform's id, for example U0123ABC; of local the id as `tunewise access audit` shows it, or the name")
                    String person) {
        within(place, options, (channel, workspace) -> new Erasure.OfPerson(channel, workspace, person));
    }

    @Command(name = "thread", description = "One consultation.")
    void thread(
            @Mixin DatabaseOptions options,
            @Parameters(paramLabel = "ID", description = "as in its address, /c/<id>") String id) {
        forget(options, List.of(new Erasure.OfThread(id)));
    }

    @Command(name = "workspace", description = "All consultations of a workspace.")
    void workspace(
            @Mixin DatabaseOptions options, @Parameters(paramLabel = "PLACE", description = PLACE) String place) {
        within(place, options, Erasure.OfWorkspace::new);
    }

    private void within(String place, DatabaseOptions options, BiFunction<String, String, Erasure> which) {
        if (place.equals(LOCAL)) {
            forget(
                    options,
                    Stream.of("web", "api", "terminal")
                            .map(channel -> which.apply(channel, LOCAL))
                            .toList());
            return;
        }
        if (!place.matches("(slack|teams)/[^/\\s]+")) {
            throw Refusal.typed("PLACE is \"" + place + "\"; expected " + PLACE + ". Nothing was forgotten.");
        }
        int slash = place.indexOf('/');
        forget(options, List.of(which.apply(place.substring(0, slash), place.substring(slash + 1))));
    }

    private void forget(DatabaseOptions options, List<Erasure> which) {
        options.on(database -> {
            ForgetService forget = new ForgetService(database.erasure(), StateCache.recent(1), database.audit());
            int count = which.stream()
                    .mapToInt(each -> forget.forget(each, "operator", clock.instant()))
                    .sum();
            if (which.getFirst() instanceof Erasure.OfPerson(String _, String workspace, String person)
                    && workspace.equals(LOCAL)) {
                new Grants(database.secrets(), new SecureRandom(), clock).revoke(Grants.Kind.SESSION, person);
            }
            if (count == 0) {
                throw new Refusal("Nothing was kept of " + which.getFirst().where()
                        + "; look at `tunewise access audit` for what was.");
            }
            out.println(count + (count == 1 ? " consultation is" : " consultations are")
                    + " gone or changed. Backups of before still hold them.");
        });
    }
}
