package dev.tunewise.teams.deliver;

import dev.tunewise.session.store.SecretStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The key that links to files are signed with: made once, kept beside the other secrets, so that links outlive restarts and hold on every replica. */
public final class FileSigningKey implements Supplier<byte[]> {
    private static final String EVERYWHERE = "*";
    private static final String KIND = "teams-file-key";
    private static final String NAME = "1";

    private final SecretStore secrets;
    private final SecureRandom random = new SecureRandom();
    private byte @Nullable [] known;

    public FileSigningKey(SecretStore secrets) {
        this.secrets = secrets;
    }

    @Override
    public synchronized byte[] get() {
        if (known == null) {
            if (kept().isEmpty()) {
                byte[] fresh = new byte[32];
                random.nextBytes(fresh);
                secrets.put(
                        TeamsDelivery.CHANNEL,
                        EVERYWHERE,
                        KIND,
                        NAME,
                        HexFormat.of().formatHex(fresh));
            }
            known = HexFormat.of().parseHex(kept());
        }
        return known.clone();
    }

    private String kept() {
        return secrets.get(TeamsDelivery.CHANNEL, EVERYWHERE, KIND, NAME).orElse("");
    }
}
