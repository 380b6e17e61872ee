package dev.tunewise.reading.encoder;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what was learned to a stream and reads it again, so that it is learned once. */
public final class LearnedChoicesFile {
    private static final int MAGIC = 0x54574c36;
    private static final int LARGEST = 1 << 16;

    public static void write(LearnedChoices learned, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(MAGIC);
        out.writeUTF(learned.hash());
        floats(learned.center(), out);
        columns(learned.columns(), out);
        out.writeInt(learned.calibrations().size());
        for (Calibration each : learned.calibrations()) {
            floats(new float[] {each.threshold(), each.precision(), each.recall()}, out);
        }
        rows(learned.vectors(), out);
        questions(learned.questions(), out);
        questions(learned.told(), out);
        out.flush();
    }

    /** Reads what was learned from examples with this hash; empty where the stream holds something else. */
    public static Optional<LearnedChoices> read(InputStream from, String hash) throws IOException {
        DataInputStream in = new DataInputStream(from);
        if (in.readInt() != MAGIC || !in.readUTF().equals(hash)) {
            return Optional.empty();
        }
        float[] center = floats(in);
        SoftmaxColumns columns = columns(in);
        List<Calibration> calibrations = new ArrayList<>();
        for (int left = size(in); left > 0; left--) {
            float[] each = floats(in);
            calibrations.add(new Calibration(each[0], each[1], each[2]));
        }
        byte[][] vectors = rows(in, center.length);
        return Optional.of(
                new LearnedChoices(hash, center, columns, calibrations, vectors, questions(in), questions(in)));
    }

    private static void questions(LearnedQuestions learned, DataOutputStream out) throws IOException {
        floats(learned.asked(), out);
        for (float[] row : learned.spread()) {
            floats(row, out);
        }
        rows(learned.lines(), out);
    }

    private static LearnedQuestions questions(DataInputStream in) throws IOException {
        float[] asked = floats(in);
        float[][] spread = new float[asked.length][];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = floats(in);
        }
        return new LearnedQuestions(asked, spread, rows(in, asked.length));
    }

    private static void columns(SoftmaxColumns columns, DataOutputStream out) throws IOException {
        out.writeInt(columns.starts().length);
        for (int start : columns.starts()) {
            out.writeInt(start);
        }
        out.writeInt(columns.weights().length);
        for (float[] row : columns.weights()) {
            floats(row, out);
        }
    }

    private static SoftmaxColumns columns(DataInputStream in) throws IOException {
        int[] starts = new int[size(in)];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = in.readInt();
        }
        float[][] weights = new float[size(in)][];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = floats(in);
        }
        return new SoftmaxColumns(starts, weights);
    }

    private static void rows(byte[][] rows, DataOutputStream out) throws IOException {
        out.writeInt(rows.length);
        for (byte[] row : rows) {
            out.write(row);
        }
    }

    private static byte[][] rows(DataInputStream in, int length) throws IOException {
        byte[][] rows = new byte[size(in)][length];
        for (byte[] row : rows) {
            in.readFully(row);
        }
        return rows;
    }

    private static void floats(float[] floats, DataOutputStream out) throws IOException {
        out.writeInt(floats.length);
        for (float each : floats) {
            out.writeFloat(each);
        }
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] floats = new float[size(in)];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = in.readFloat();
        }
        return floats;
    }

    private static int size(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > LARGEST) {
            throw new IOException("A file of learned choices names a size of " + size + ", at most " + LARGEST);
        }
        return size;
    }
}
