package dev.tunewise.app.storage;

import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.storage.Database;
import dev.tunewise.storage.sql.Reencryption;
import dev.tunewise.terminal.Refusal;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The keys that texts and secrets are encrypted with: which there are, a new one, and one less; also while the service runs. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        description = "Keys that texts and secrets are encrypted with: list, rotate, remove.")
public record KeysCommand(PrintStream out) {
    @Command(name = "list", description = "The keys, and how much each one encrypts.")
    void list(@Mixin DatabaseOptions options) {
        options.on(database -> {
            Map<String, Long> uses = database.reencryption().uses();
            List<String> names = names(database);
            names.forEach(name -> out.printf(
                    "%s  %-9s %d texts and secrets%n",
                    name, name.equals(names.getFirst()) ? "encrypts" : "reads", uses.getOrDefault(name, 0L)));
            uses.forEach((name, many) -> {
                if (name.isEmpty()) {
                    out.printf("-        plain     %d texts, kept before there was a key%n", many);
                } else if (!names.contains(name)) {
                    out.printf("%s  MISSING   %d texts and secrets cannot be read without it%n", name, many);
                }
            });
        });
    }

    @Command(name = "rotate", description = "A new key encrypts from now on; the others still read.")
    void rotate(@Mixin DatabaseOptions options) {
        if (options.keys().missing().isPresent()) {
            try (Database database = options.openWithoutKeys()) {
                database.refuseToReplace(options.keys());
            }
        }
        Optional<String> fresh = options.keys().rotate();
        out.println(fresh.map(KeysCommand::rotated).orElseGet(() -> byHand(options)));
        fresh.ifPresent(key -> options.on(database ->
                DatabaseOptions.note(database, AuditTrail.Action.SET, "key:" + key, "encrypts from now on")));
    }

    private static String rotated(String name) {
        return "The key " + name + " encrypts from now on. A running service takes it up at its next use and encrypts"
                + " again what older keys encrypted; `tunewise keys list` shows how far it is. Copy the file where"
                + " else it is used, and keep a copy apart from the backups: without it nothing can be read.";
    }

    private static String byHand(DatabaseOptions options) {
        return (options.keys().any() ? """
                        The keys stand in TUNEWISE_SECRET_KEYS, which this command cannot change. The new one is
                          %s
                        1. Put it behind the others, joined by a comma, and start every replica again: all can read it.
                        2. Put it in front and start them again: it encrypts, and the rest is encrypted again.
                        3. `tunewise keys list` shows when the old key is used by nothing any more.""" : """
                        This database has no key yet. Set TUNEWISE_SECRET_KEYS on every replica to
                          %s
                        or put it into a file and set TUNEWISE_SECRET_KEYS_FILE to it. What is kept already is encrypted
                        once the service runs with it.""").formatted(options.keys().fresh());
    }

    @Command(name = "remove", description = "Takes away a key that encrypts nothing any more.")
    void remove(@Mixin DatabaseOptions options, @Parameters(paramLabel = "KEY", description = "as listed") String key) {
        options.on(database -> {
            List<String> names = names(database);
            if (!names.contains(key)) {
                throw new Refusal(
                        "There is no key " + key + "; found " + String.join(", ", names) + ". Nothing was changed.");
            }
            if (key.equals(names.getFirst())) {
                throw new Refusal(
                        "The key " + key
                                + " is the one that encrypts; only older ones can be removed. Run `tunewise keys rotate` first.");
            }
            Reencryption reencryption = database.reencryption();
            reencryption.run();
            database.searchIndex().run(() -> true);
            long left = reencryption.uses().getOrDefault(key, 0L);
            if (left > 0) {
                throw new Refusal(
                        "The key " + key + " still encrypts " + left
                                + " texts or secrets, so it was kept. A replica may not use the newest key yet: start it again.");
            }
            DatabaseOptions.note(database, AuditTrail.Action.SET, "key:" + key, "removed");
            out.println(
                    database.keys().remove(key)
                            ? "The key " + key + " is gone. Backups of before need it: keep it with those."
                            : "Nothing is encrypted with " + key + " any more: take it out of TUNEWISE_SECRET_KEYS."
                                    + " Backups of before need it: keep it with those.");
        });
    }

    private static List<String> names(Database database) {
        return database.keys().any() ? database.reencryption().names() : List.of();
    }
}
