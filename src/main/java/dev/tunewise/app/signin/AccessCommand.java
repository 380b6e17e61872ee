package dev.tunewise.app.signin;

import dev.tunewise.access.AccessScope;
import dev.tunewise.access.Grants;
import dev.tunewise.access.Identity;
import dev.tunewise.access.Role;
import dev.tunewise.app.storage.DatabaseOptions;
import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.storage.Database;
import dev.tunewise.terminal.Refusal;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes, lists and takes back tokens and sessions, and shows who did what. */
@Command(
        name = "access",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        description = "Manage access tokens and sessions, and show the audit trail; also while the service runs.")
public record AccessCommand(PrintStream out, PrintStream err, InstantSource clock) {
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_LINES = 100_000;

    private Grants grants(Database open) {
        return new Grants(open.secrets(), new SecureRandom(), clock);
    }

    @Command(name = "create", description = "Make a token; it is printed once and cannot be shown again.")
    void create(
            @Mixin DatabaseOptions database,
            @Parameters(paramLabel = "NAME", description = "whose it is, for example reports") String name,
            @Option(names = "--role", defaultValue = "member", description = "reader, member or admin") String role,
            @Option(
                            names = "--scope",
                            split = ",",
                            defaultValue = "local",
                            description = "local, slack/T1, slack/T1/C1, teams/TENANT or *; several joined by commas")
                    List<String> scopes,
            @Option(names = "--days", defaultValue = "365", description = "how long it lasts") int days) {
        Optional<Role> known = Role.of(role);
        List<AccessScope> read = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        if (!name.matches("[\\w .-]{1,60}")) {
            faults.add("The name \"" + name + "\" cannot be used; expected 1 to 60 letters, digits, blanks, dots,"
                    + " hyphens and underscores, for example reports.");
        }
        if (known.isEmpty()) {
            faults.add("--role is \"" + role + "\"; expected reader, member or admin.");
        }
        for (String scope : scopes) {
            AccessScope.read(scope)
                    .ifPresentOrElse(
                            read::add,
                            () -> faults.add("--scope names \"" + scope
                                    + "\"; expected local, *, slack/<workspace>, slack/<workspace>/<channel>,"
                                    + " teams/<tenant> or teams/<tenant>/<channel>, for example slack/T0123ABC."));
        }
        if (days < 1 || days > MOST_DAYS) {
            faults.add("--days is " + days + "; expected 1 to " + MOST_DAYS + ".");
        }
        if (!faults.isEmpty()) {
            faults.add("No token was made.");
            throw Refusal.typed(String.join(System.lineSeparator(), faults));
        }
        database.on(open -> {
            Grants grants = grants(open);
            boolean taken = grants.list(Grants.Kind.TOKEN).stream()
                    .anyMatch(grant -> grant.identity().name().equals(name));
            if (taken) {
                throw new Refusal(
                        "There is a token called " + name + " already; choose another name, or take it back with"
                                + " `tunewise access revoke '" + name + "'`. No token was made.");
            }
            Identity identity = new Identity("token:" + name, name, known.orElseThrow(), read, Optional.empty());
            out.println(grants.issue(
                    Grants.Kind.TOKEN, identity, "", clock.instant().plus(Duration.ofDays(days))));
            err.println("Keep it: it is shown this once. Programs send it as Authorization: Bearer <token>, people type"
                    + " it on the sign-in page.");
            note(open, AuditTrail.Action.SET, "token:" + name, "created, " + role + ", " + String.join(" ", scopes));
        });
    }

    @Command(name = "list", description = "List tokens and sessions.")
    void list(@Mixin DatabaseOptions database) {
        database.on(open -> {
            Grants grants = grants(open);
            int listed = 0;
            for (Grants.Kind kind : Grants.Kind.values()) {
                for (Grants.Grant grant : grants.list(kind)) {
                    Identity who = grant.identity();
                    String scopes = String.join(
                            ",", who.scopes().stream().map(AccessScope::text).toList());
                    out.printf(
                            "%s  %-7s %-24s %-7s %-20s made %s, ends %s%n",
                            grant.key(),
                            kind.name().toLowerCase(Locale.ROOT),
                            who.name(),
                            who.role().word(),
                            scopes,
                            day(grant.made()),
                            day(grant.ends()));
                    listed++;
                }
            }
            if (listed == 0) {
                out.println("There are no tokens and no sessions. `tunewise access create <name>` makes a token.");
            }
        });
    }

    private static String day(Instant moment) {
        return moment.toString().substring(0, 10);
    }

    @Command(name = "revoke", description = "Take back a token with the sessions it began, or a session.")
    void revoke(
            @Mixin DatabaseOptions database,
            @Parameters(paramLabel = "WHICH", description = "name, or key from the list") String which) {
        database.on(open -> {
            Grants grants = grants(open);
            int count = grants.revoke(Grants.Kind.TOKEN, which) + grants.revoke(Grants.Kind.SESSION, which);
            if (count == 0) {
                throw new Refusal("There is no token or session \"" + which
                        + "\"; expected a name or a key that `tunewise access list` shows. Nothing was changed.");
            }
            out.println(which + ": " + count + (count == 1 ? " token or session" : " tokens and sessions")
                    + " taken back; it opens nothing any more.");
            note(open, AuditTrail.Action.SET, which, count + " revoked");
        });
    }

    @Command(name = "audit", description = "Show who read, changed, exported, set and forgot what, newest first.")
    void audit(
            @Mixin DatabaseOptions database,
            @Option(names = "--limit", defaultValue = "50", description = "at most so many lines") int limit) {
        if (limit < 1 || limit > MOST_LINES) {
            throw Refusal.typed("--limit is " + limit + "; expected 1 to " + MOST_LINES + ".");
        }
        database.on(open -> {
            open.audit()
                    .latest(limit)
                    .forEach(event -> out.println(String.join(
                            "\t",
                            event.at().toString(),
                            event.who(),
                            event.action().word(),
                            event.where(),
                            event.what())));
        });
    }

    private void note(Database open, AuditTrail.Action action, String where, String what) {
        open.audit().note(new AuditTrail.Event(clock.instant(), "operator", action, where, what));
    }
}
