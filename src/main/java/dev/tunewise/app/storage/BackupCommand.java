package dev.tunewise.app.storage;

import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.storage.Backup;
import dev.tunewise.storage.Database;
import dev.tunewise.storage.document.StorageException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the database into a file, or a file into the database. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Copies the database into a file, also while the service works.")
public final class BackupCommand implements Callable<Integer> {
    private final boolean restores;
    private final PrintStream out;
    private final PrintStream err;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    /** `restores`: whether it reads the backup instead of writing it. */
    public BackupCommand(boolean restores, PrintStream out, PrintStream err) {
        this.restores = restores;
        this.out = out;
        this.err = err;
    }

    private void note(AuditTrail.Action action, String what) {
        try (Database open = database.openWithoutKeys()) {
            DatabaseOptions.note(open, action, "database", what);
        }
    }

    @Override
    public Integer call() {
        Backup backup = new Backup(database.url(), database.user(), database.password());
        try {
            if (restores) {
                backup.restore(file);
                out.println("Restored from " + file
                        + ". Put the keys back too: the file ending in .key, or TUNEWISE_SECRET_KEYS.");
            } else {
                backup.write(file);
                out.println("Wrote " + file
                        + ". Keys are not in it: keep the file ending in .key, or TUNEWISE_SECRET_KEYS, elsewhere.");
            }
            note(restores ? AuditTrail.Action.SET : AuditTrail.Action.EXPORTED, restores ? "restored" : "backup");
            return 0;
        } catch (StorageException failed) {
            err.println(failed.getMessage());
            return 1;
        }
    }
}
