package dev.tunewise.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The encoder gives what its makers' own library gives; the figures were taken from there. */
class OnnxSentenceEncoderTest {
    private static OnnxSentenceEncoder encoder;

    @BeforeAll
    static void load() throws EncoderMissingException {
        assertTrue(NativePlatform.isSupported());
        encoder = OnnxSentenceEncoder.load();
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void cutsWordsAsTheLibraryDoes() throws Exception {
        try (InputStream json = OnnxSentenceEncoder.class.getResourceAsStream("/e5-small-v2-q-tokenizer.json")) {
            WordPieceTokenizer tokenizer = WordPieceTokenizer.read(json);
            assertArrayEquals(
                    new long[] {
                        101, 23032, 1024, 2009, 1005, 1055, 2534, 14194, 19185, 1024, 15743, 12304, 1521, 1055, 13746,
                        1006, 1050, 1027, 1017, 1007, 1529, 102
                    },
                    tokenizer.ids("query: It's hallucinating: naïve Müller’s résumé (n=3)…", 64));
            assertArrayEquals(
                    new long[] {101, 1864, 1876, 1950, 1998, 4895, 8671, 2666, 3567, 6321, 102},
                    tokenizer.ids("日本語 and ünbelievably", 64));
            assertArrayEquals(new long[] {101, 100, 7929, 102}, tokenizer.ids("x".repeat(101) + " ok", 64));
            assertArrayEquals(new long[] {101, 1037, 1038, 3729, 102}, tokenizer.ids("a\tb\u00a0c\u200bd", 64));
            assertArrayEquals(new long[] {101, 1037, 1038, 102}, tokenizer.ids("a b c d", 4));
        }
    }

    @Test
    void givesTheVectorsOfTheLibrary() {
        float[] vector = encoder.encode("It makes up facts.");
        assertEquals(384, vector.length);
        float[] first = {-0.0611783f, 0.03088614f, -0.00322676f, 0.00582038f, 0.01140006f};
        for (int i = 0; i < first.length; i++) {
            assertEquals(first[i], vector[i], 6e-3f);
        }
    }

    @Test
    void putsSentencesThatMeanTheLikeCloseTogether() {
        float[] lies = encoder.encode("It makes up facts.");
        assertTrue(dot(lies, encoder.encode("The bot invents things."))
                > dot(lies, encoder.encode("The invoice arrives every month.")));
        assertEquals(1, dot(lies, lies), 1e-4);
        assertEquals(384, encoder.encode("").length);
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    @Test
    void isClosedOnceNobodyUsesIt() throws Exception {
        OnnxSentenceEncoder other = OnnxSentenceEncoder.load();
        CountDownLatch under = new CountDownLatch(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<float[]>> users = Stream.generate(() -> threads.submit(() -> {
                        for (int round = 0; round < 100_000; round++) {
                            other.encode("Round " + round + " of something long enough that it is never finished");
                            under.countDown();
                        }
                        return new float[0];
                    }))
                    .limit(2)
                    .toList();
            under.await();
            other.close();
            for (Future<float[]> user : users) {
                ExecutionException ended = assertThrows(ExecutionException.class, user::get);
                assertInstanceOf(IllegalStateException.class, ended.getCause());
            }
        }
    }
}
