package dev.tunewise.reading.encoder;

import dev.tunewise.encoder.OnnxSentenceEncoder;
import dev.tunewise.reading.ReadingFixture;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The encoder and what was learned with it, loaded once for all tests of a process. */
final class LearnedFixture {
    static final OnnxSentenceEncoder ENCODER = encoder();
    static final LearnedChoices LEARNED = learned();

    private LearnedFixture() {}

    private static OnnxSentenceEncoder encoder() {
        try {
            return OnnxSentenceEncoder.load();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static LearnedChoices learned() {
        String hash = ChoiceLearner.hash(ReadingFixture.flow(), ENCODER);
        try (InputStream shipped = new BufferedInputStream(
                Files.newInputStream(Path.of("src/main/resources/encoder/fine-tuning.learned")))) {
            return LearnedChoicesFile.read(shipped, hash)
                    .orElseThrow(
                            () -> new AssertionError("The examples changed since they were learned: run tunewise flow"
                                    + " utterances learn --to src/main/resources/encoder/fine-tuning.learned"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SegmentScores scores() {
        return new SegmentScores(ReadingFixture.flow(), ExampleLines.of(ReadingFixture.flow()), LEARNED, ENCODER);
    }
}
