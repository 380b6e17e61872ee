package dev.tunewise.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.tunewise.reading.encoder.SentenceEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** e5-small-v2, quantised to bytes, on ONNX Runtime: 384 numbers, one thread, about 100 MiB once it is loaded. */
public final class OnnxSentenceEncoder implements SentenceEncoder, AutoCloseable {
    private static final String MODEL = "/e5-small-v2-q.onnx";
    private static final String VOCABULARY = "/e5-small-v2-q-tokenizer.json";

    /** The model was trained with this word in front of whatever is compared. */
    private static final String PREFIX = "query: ";

    private static final int MOST_PIECES = 64;

    private final WordPieceTokenizer tokenizer;
    private final OrtSession session;
    /** The library does not survive that a session is closed while it is used. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private OnnxSentenceEncoder(WordPieceTokenizer tokenizer, OrtSession session) {
        this.tokenizer = tokenizer;
        this.session = session;
    }

    /**
     * Loads the model, which takes one or two seconds.
     *
     * @throws EncoderMissingException where the native library or the model is missing or does not run
     */
    public static OnnxSentenceEncoder load() throws EncoderMissingException {
        try (InputStream vocabulary = resource(VOCABULARY);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setMemoryPatternOptimization(false);
            options.setCPUArenaAllocator(false);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return new OnnxSentenceEncoder(WordPieceTokenizer.read(vocabulary), session(options));
        } catch (OrtException | IOException | LinkageError e) {
            throw new EncoderMissingException(e);
        }
    }

    /** The library maps a file; from an array the model would lie in memory twice. */
    private static OrtSession session(OrtSession.SessionOptions options) throws IOException, OrtException {
        Path file = Files.createTempFile("tunewise-encoder", ".onnx");
        try (InputStream model = resource(MODEL)) {
            Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING);
            return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream found = OnnxSentenceEncoder.class.getResourceAsStream(name);
        if (found == null) {
            throw new IOException("The program lacks its part " + name);
        }
        return found;
    }

    @Override
    public String name() {
        return "e5-small-v2-q";
    }

    @Override
    public float[] encode(String sentence) {
        long[] ids = tokenizer.ids(PREFIX + sentence, MOST_PIECES);
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        long[] shape = {1, ids.length};
        use.readLock().lock();
        try (OnnxTensor input = tensor(ids, shape);
                OnnxTensor mask = tensor(ones, shape);
                OnnxTensor types = tensor(new long[ids.length], shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            return result.get(0) instanceof OnnxTensor hidden
                    ? mean(hidden.getFloatBuffer(), ids.length)
                    : new float[0];
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder failed on a text of " + sentence.length() + " characters", e);
        } finally {
            use.readLock().unlock();
        }
    }

    private static OnnxTensor tensor(long[] numbers, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), LongBuffer.wrap(numbers), shape);
    }

    /** The mean over the pieces, of length 1. */
    private static float[] mean(FloatBuffer hidden, int pieces) {
        float[] mean = new float[hidden.remaining() / pieces];
        for (int piece = 0; piece < pieces; piece++) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += hidden.get(piece * mean.length + i);
            }
        }
        double square = 0;
        for (float each : mean) {
            square += each * each;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= length;
        }
        return mean;
    }

    /** Waits for whoever encodes just now; whoever encodes later is told so with an {@link IllegalStateException}. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder cannot be closed", e);
        } finally {
            use.writeLock().unlock();
        }
    }
}
