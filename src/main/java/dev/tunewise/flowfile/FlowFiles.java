package dev.tunewise.flowfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of one flow, as read in one go.
 *
 * @param shown folder as problems show it; empty to show paths within the folder only
 * @param texts content by path within the folder, with `/` between its parts
 * @param unreadable why a file could not be read, by the same paths
 */
public record FlowFiles(String name, String shown, Map<String, String> texts, Map<String, String> unreadable) {
    private static final long LARGEST = 2_000_000;

    public FlowFiles {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        unreadable = Collections.unmodifiableMap(new TreeMap<>(unreadable));
    }

    /** Reads the YAML files of a folder and those one level below; whatever cannot be read is told in {@link #unreadable}. */
    public static FlowFiles read(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        Map<String, String> unreadable = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder, 2)) {
            found.filter(FlowFiles::isFlowFile).forEach(file -> {
                String path = folder.relativize(file).toString().replace('\\', '/');
                try {
                    texts.put(path, text(file));
                } catch (CharacterCodingException _) {
                    unreadable.put(path, "It is not UTF-8 text.");
                } catch (IOException wrong) {
                    unreadable.put(path, "It cannot be read: " + wrong.getMessage() + ".");
                }
            });
        } catch (IOException | java.io.UncheckedIOException _) {
            unreadable.put("flow.yaml", "There is no folder `" + folder + "` that can be read.");
        }
        Path last = folder.toAbsolutePath().normalize().getFileName();
        return new FlowFiles(last == null ? "" : last.toString(), folder.toString(), texts, unreadable);
    }

    static boolean isFlowFile(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(".yaml") && !name.startsWith(".") && Files.isRegularFile(path);
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("it is larger than 2 MB");
        }
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    String shown(String path) {
        return shown.isEmpty() ? path : shown + "/" + path;
    }

    /** A hash of everything that advice depends on; stories are left out, since they only test it. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((path, text) -> {
                if (!path.startsWith("stories/")) {
                    digest.update((path + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8));
                }
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
