package dev.tunewise.app.encoder;

import dev.tunewise.reading.encoder.LearnedChoices;
import dev.tunewise.reading.encoder.LearnedChoicesFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was learned from examples: shipped with the program, or kept in a folder of this machine. */
record LearnedChoicesStore(String folder) {
    private static final Logger LOG = LoggerFactory.getLogger(LearnedChoicesStore.class);

    /** What was learned from the examples of a flow with this hash. */
    Optional<LearnedChoices> find(String flow, String hash) {
        return shipped(flow, hash).or(() -> kept(flow, hash));
    }

    private static Optional<LearnedChoices> shipped(String flow, String hash) {
        try (InputStream in = LearnedChoicesStore.class.getResourceAsStream("/encoder/" + flow + ".learned")) {
            return in == null ? Optional.empty() : LearnedChoicesFile.read(new BufferedInputStream(in), hash);
        } catch (IOException e) {
            LOG.warn("What the program learned from the examples of flow {} cannot be read: {}", flow, e.toString());
            return Optional.empty();
        }
    }

    private Optional<LearnedChoices> kept(String flow, String hash) {
        Path file = Path.of(folder, flow + ".learned");
        if (folder.isEmpty() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return LearnedChoicesFile.read(in, hash);
        } catch (IOException e) {
            LOG.warn("{} cannot be read and is learned again: {}", file, e.toString());
            return Optional.empty();
        }
    }

    void keep(String flow, LearnedChoices learned) {
        if (!folder.isEmpty()) {
            Path file = Path.of(folder, flow + ".learned");
            try {
                Files.createDirectories(file.getParent());
                Path fresh = Files.createTempFile(file.getParent(), flow, ".part");
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                    LearnedChoicesFile.write(learned, out);
                }
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                LOG.warn("{} cannot be written, so it is learned again at the next start: {}", file, e.toString());
            }
        }
    }
}
