package dev.tunewise.testing;

import dev.tunewise.diagnostics.Problems;
import dev.tunewise.flowfile.FlowFiles;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.flowfile.FlowLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The small flow of the tests with some lines changed. Edits are written like a diff: {@code @flow.yaml} names a file, lines with {@code -} stand
 * in it and give way to the lines with {@code +} below them; {@code +} lines alone make a new file or lengthen an old one, and {@code @!file} removes
 * one.
 */
public final class FlowEdits {
    /** The small flow. */
    public static final Path BACKUP_PLAN = Path.of("src/test/resources/flows/backup-plan");

    private FlowEdits() {}

    /** The small flow as it is. */
    public static FlowLoadResult.Loaded backupPlan() {
        return loaded("");
    }

    /** The small flow with edits that leave it right. */
    public static FlowLoadResult.Loaded loaded(String edits) {
        return switch (new FlowLoader().load(files(edits))) {
            case FlowLoadResult.Loaded loaded -> loaded;
            case FlowLoadResult.Refused refused -> throw new AssertionError(Problems.render(refused.problems()));
        };
    }

    /** The files of the small flow with edits. */
    public static FlowFiles files(String edits) {
        FlowFiles base = FlowFiles.read(BACKUP_PLAN);
        return new FlowFiles(base.name(), "", apply(base.texts(), edits), Map.of());
    }

    /** Files with edits applied. */
    public static Map<String, String> apply(Map<String, String> files, String edits) {
        Map<String, String> edited = new TreeMap<>(files);
        String file = "";
        List<String> old = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        for (String line : (edits + "\n@").lines().toList()) {
            if (!fresh.isEmpty() && !line.startsWith("+") || !old.isEmpty() && line.startsWith("@")) {
                replace(edited, file, old, fresh);
                old.clear();
                fresh.clear();
            }
            if (line.startsWith("@!")) {
                if (edited.remove(line.substring(2)) == null) {
                    throw new IllegalArgumentException("No file to remove: " + line);
                }
            } else if (line.startsWith("@")) {
                file = line.substring(1);
            } else if (line.startsWith("-")) {
                old.add(line.substring(1));
            } else if (line.startsWith("+")) {
                fresh.add(line.substring(1));
            }
        }
        return edited;
    }

    private static void replace(Map<String, String> files, String file, List<String> old, List<String> fresh) {
        String text = files.getOrDefault(file, "");
        String added = fresh.isEmpty() ? "" : String.join("\n", fresh) + "\n";
        if (old.isEmpty()) {
            files.put(file, text + added);
            return;
        }
        String searched = String.join("\n", old) + "\n";
        int at = text.indexOf(searched);
        boolean atLineStart = at == 0 || (at > 0 && text.charAt(at - 1) == '\n');
        if (!atLineStart || text.indexOf(searched, at + 1) >= 0) {
            throw new IllegalArgumentException(
                    (at < 0 ? "Not found in " : "Not one whole place in ") + file + ":\n" + searched);
        }
        files.put(file, text.substring(0, at) + added + text.substring(at + searched.length()));
    }

    /** Reads a file of the test resources. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
