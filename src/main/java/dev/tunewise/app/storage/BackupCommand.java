package dev.tunewise.app.storage;

import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.storage.Backup;
import dev.tunewise.storage.Database;
import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the database into a file, or a file into the database. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Copies the database into a file, also while the service works.")
public final class BackupCommand implements Runnable {
    private final boolean restores;
    private final PrintStream out;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    /** `restores`: whether it reads the backup instead of writing it. */
    public BackupCommand(boolean restores, PrintStream out) {
        this.restores = restores;
        this.out = out;
    }

    @Override
    public void run() {
        Backup backup = new Backup(database.url(), database.user(), database.password());
        if (restores) {
            backup.restore(file);
            out.println("Restored from " + file
                    + ". Put the keys back too: the file ending in .key, or TUNEWISE_SECRET_KEYS.");
        } else {
            backup.write(file);
            out.println("Wrote " + file
                    + ". Keys are not in it: keep the file ending in .key, or TUNEWISE_SECRET_KEYS, elsewhere.");
        }
        try (Database open = database.openWithoutKeys()) {
            DatabaseOptions.note(
                    open,
                    restores ? AuditTrail.Action.SET : AuditTrail.Action.EXPORTED,
                    "database",
                    restores ? "restored" : "backup");
        }
    }
}
