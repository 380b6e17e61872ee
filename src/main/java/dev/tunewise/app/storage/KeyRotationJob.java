package dev.tunewise.app.storage;

import dev.tunewise.storage.Database;
import dev.tunewise.storage.sql.Reencryption;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Encrypts with the newest key what was kept before it came, in the background. */
@Singleton
final class KeyRotationJob {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRotationJob.class);

    private final Reencryption reencryption;
    private final boolean keyed;
    private List<String> settled = List.of();

    KeyRotationJob(Database database) {
        reencryption = database.reencryption();
        keyed = database.keys().any();
        if (!keyed) {
            LOG.warn("PostgreSQL is used without a key: what people said is kept as it is, and no token, session or"
                    + " installation can be kept. Expected TUNEWISE_SECRET_KEYS or TUNEWISE_SECRET_KEYS_FILE;"
                    + " `tunewise keys rotate` makes a first key, and what is kept already is encrypted then.");
        }
    }

    @Scheduled(fixedDelay = "5m", initialDelay = "1m")
    void run() {
        if (!keyed || reencryption.names().equals(settled)) {
            return;
        }
        List<String> names = reencryption.names();
        Reencryption.Done done = reencryption.run();
        if (done.closed() > 0) {
            LOG.error(
                    "{} texts or secrets do not open: their key is not among {}. `tunewise keys list` says which are"
                            + " missing; put them back behind the first.",
                    done.closed(),
                    String.join(", ", names));
        }
        if (done.changed() > 0) {
            LOG.info("{} texts and secrets were encrypted again with the key {}", done.changed(), names.getFirst());
        } else {
            // Only once a whole round found nothing: another process may still have worked with the key of before.
            settled = names;
        }
    }
}
