package dev.tunewise.app.storage;

import dev.tunewise.session.lease.StuckWork;
import dev.tunewise.session.lease.WaitingWork;
import dev.tunewise.terminal.Refusal;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What did not leave or could not be processed at once: looked at, tried again or given up by an operator, also while the service runs. */
@Command(
        name = "outbox",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        description = "Posts and requests that did not succeed: list, retry, drop.")
public record OutboxCommand(PrintStream out) {
    private static final int LISTED = 500;

    @Command(name = "list", description = "What waits for another try, and what was set aside.")
    void list(@Mixin DatabaseOptions options) {
        options.on(database -> {
            List<String> lines = new ArrayList<>();
            database.outbox().stuck(LISTED).forEach(post -> lines.add(line("p", post)));
            database.inbox().stuck(LISTED).forEach(request -> lines.add(line("r", request)));
            lines.forEach(out::println);
            if (lines.isEmpty()) {
                out.println("Nothing is stuck.");
            }
        });
    }

    @Command(name = "retry", description = "Tries them again now.")
    void retry(@Mixin DatabaseOptions options, @Parameters(paramLabel = "ID", arity = "1..*") List<String> ids) {
        each(options, ids, "is tried again", WaitingWork::retry);
    }

    @Command(name = "drop", description = "Gives them up for good.")
    void drop(@Mixin DatabaseOptions options, @Parameters(paramLabel = "ID", arity = "1..*") List<String> ids) {
        each(options, ids, "is dropped", WaitingWork::drop);
    }

    private void each(DatabaseOptions options, List<String> ids, String done, BiPredicate<WaitingWork, Long> change) {
        options.on(database -> {
            List<String> failed = new ArrayList<>();
            for (String id : ids) {
                if (!id.matches("[pr]\\d{1,18}")) {
                    failed.add("\"" + id
                            + "\" is no id; expected one that `tunewise outbox list` shows, such as p12 or r7.");
                } else if (change.test(
                        id.charAt(0) == 'p' ? database.outbox() : database.inbox(), Long.parseLong(id.substring(1)))) {
                    out.println(id + " " + done + ".");
                } else {
                    failed.add(
                            id
                                    + " does not wait and was not set aside, or is in work just now; look at `tunewise outbox list`.");
                }
            }
            if (!failed.isEmpty()) {
                throw new Refusal(String.join(System.lineSeparator(), failed));
            }
        });
    }

    private static String line(String kind, StuckWork stuck) {
        return String.format(
                Locale.ROOT,
                "%s%d  %s  %s/%s%s  %d %s, %s  %s",
                kind,
                stuck.id(),
                stuck.aside() ? "set aside" : "waiting",
                stuck.channel(),
                stuck.workspace(),
                stuck.about().isEmpty() ? "" : "  consultation " + stuck.about(),
                stuck.attempts(),
                stuck.attempts() == 1 ? "try" : "tries",
                age(stuck.age()),
                stuck.reason());
    }

    private static String age(Duration age) {
        return age.toMinutes() < 120
                ? age.toMinutes() + " min old"
                : age.toHours() < 48 ? age.toHours() + " hours old" : age.toDays() + " days old";
    }
}
