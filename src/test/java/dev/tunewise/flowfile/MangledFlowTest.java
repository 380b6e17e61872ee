package dev.tunewise.flowfile;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.Problems;
import dev.tunewise.flow.walk.Walk;
import dev.tunewise.testing.FlowEdits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files damaged at random: the loader always answers, with problems that lie within the files. The seed is in every failure. */
class MangledFlowTest {
    private static final String[] SHARDS = {
        ":",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "\t",
        "#",
        "&a ",
        "*a ",
        "!!int ",
        "|",
        ">",
        "null",
        "true",
        "-1",
        "1e9",
        "\n",
        "  ",
        "é",
        "😀",
        "\u0000",
        "<<: ",
        "? ",
        "%",
        "@",
        "`",
        "when",
        "facts",
        "&&",
        "||",
        "(",
        ")",
        ".",
        "999999999999999999999"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void alwaysAnswers(long seed) {
        Map<String, String> whole = FlowEdits.files("").texts();
        List<String> paths = List.copyOf(whole.keySet());
        Random random = new Random(seed);
        FlowLoader loader = new FlowLoader();
        for (int i = 0; i < Math.max(60, Integer.getInteger("fuzz", 0) / 1_000); i++) {
            Map<String, String> files = new TreeMap<>(whole);
            String path = paths.get(random.nextInt(paths.size()));
            String text = whole.get(path);
            int damages = 1 + random.nextInt(3);
            for (int j = 0; j < damages; j++) {
                text = damage(text, random);
            }
            files.put(path, text);
            String damaged = text;
            String where = "seed " + seed + ", try " + i + ", " + path;
            FlowLoadResult loading = assertDoesNotThrow(
                    () -> loader.load(new FlowFiles("backup-plan", "", files, Map.of())),
                    () -> where + ":\n" + damaged);
            check(loading, files, where);
        }
    }

    private static void check(FlowLoadResult loading, Map<String, String> files, String where) {
        if (loading instanceof FlowLoadResult.Loaded loaded) {
            assertDoesNotThrow(() -> Walk.of(loaded.flow(), 20_000), where);
        } else {
            assertFalse(loading.problems().isEmpty(), where);
        }
        for (Problem problem : loading.problems()) {
            String file = files.get(problem.position().file());
            int lines = file == null ? 1 : (int) file.lines().count() + 2;
            assertTrue(problem.position().line() <= lines, where + ": " + problem);
        }
        assertFalse(Problems.render(loading.problems()).contains("Exception"), where);
    }

    private static String damage(String text, Random random) {
        if (text.isEmpty()) {
            return SHARDS[random.nextInt(SHARDS.length)];
        }
        int at = random.nextInt(text.length());
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(12)));
            case 1 -> text.substring(0, at) + SHARDS[random.nextInt(SHARDS.length)] + text.substring(at);
            case 2 -> withoutLine(text, random);
            case 3 -> swapLines(text, random);
            default -> text.substring(0, at);
        };
    }

    private static String withoutLine(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.size() > 1) {
            lines.remove(random.nextInt(lines.size()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String swapLines(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        return String.join("\n", lines) + "\n";
    }
}
