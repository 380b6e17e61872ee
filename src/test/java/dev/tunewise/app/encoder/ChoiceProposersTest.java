package dev.tunewise.app.encoder;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.Flow;
import dev.tunewise.reading.encoder.ChoiceProposer;
import dev.tunewise.testing.ReadFlows;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoiceProposersTest {
    private static final Path SHIPPED = Path.of("conversation-flows/fine-tuning");

    /** An author who saves again and again while the service runs must not fill its memory: each edition's proposer holds some 40 MiB. */
    @Test
    void ofAnEditionThatIsNoLongerServedNothingIsKept(@TempDir Path home) throws Exception {
        try (ChoiceProposers proposers = new ChoiceProposers(new EncoderSettings(true, ""))) {
            Flow first = ReadFlows.fineTuning();
            Flow second = saved(home);
            assertTrue(!first.fingerprint().equals(second.fingerprint()));

            WeakReference<ChoiceProposer> before =
                    new WeakReference<>(proposers.ready(first).orElseThrow());
            assertSame(before.get(), proposers.ready(first).orElseThrow());
            assertNotNull(proposers.ready(second).orElseThrow());
            for (int i = 0; i < 50 && before.get() != null; i++) {
                System.gc();
                Thread.sleep(20);
            }
            assertNull(before.get());
        }
    }

    /** The flow with another comment. */
    private static Flow saved(Path home) throws IOException {
        Path copy = home.resolve("fine-tuning");
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.toList()) {
                Path there = copy.resolve(SHIPPED.relativize(file));
                Files.createDirectories(Files.isDirectory(file) ? there : there.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, there);
                }
            }
        }
        Files.writeString(
                copy.resolve("words/en.yaml"), "# saved again\n" + Files.readString(copy.resolve("words/en.yaml")));
        return ReadFlows.loaded(copy).flow();
    }
}
