package dev.tunewise.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every problem that the program reports has its words, with as many places as values, and nobody keeps words that nothing says. */
class ProblemTextsTest {
    private static final Position HERE = new Position("flow.yaml", 2, 3);
    private static final Pattern CALL = Pattern.compile(
            "(?:\\b(?:report|problems|complaints|own|ProblemTexts)|own\\(name\\))\\s*\\.(?:error|warning|add)\\(");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z-]+(?:\\.[a-z-]+)?)\"");

    @Test
    void putsValuesIntoTheirPlacesAndKeepsTheKindFree() {
        Problem said = ProblemTexts.error("bad-name.kebab", HERE, "Big One", "rule", "big-one");
        assertEquals("bad-name", said.code());
        assertEquals("The name `Big One` of a rule is not written with small letters, digits and `-`.", said.message());
        assertEquals("Call it `big-one`.", said.remedy());
        assertEquals(
                "`{x$1}` names no fact and no figure.", placeholder("{x$1}").message());
        assertEquals("Did you mean `{tax}`?", placeholder("{x$1}").remedy());
    }

    private static Problem placeholder(String typed) {
        return ProblemTexts.warning("unknown-placeholder.near", HERE, typed, "tax");
    }

    @Test
    void refusesUnknownKeysAndOtherNumbersOfValues() {
        assertThrows(IllegalArgumentException.class, () -> ProblemTexts.error("no-such-kind", HERE));
        assertThrows(IllegalArgumentException.class, () -> ProblemTexts.error("duplicate", HERE, "move"));
    }

    @Test
    void everyCallHasItsWordsWithItsPlaces() throws IOException {
        Set<String> said = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        int calls = 0;
        for (Path file : sources()) {
            String text = Files.readString(file);
            LITERAL.matcher(text).results().forEach(literal -> said.add(literal.group(1)));
            Matcher call = CALL.matcher(text);
            while (call.find()) {
                List<String> arguments = arguments(text, call.end());
                List<String> keys = LITERAL.matcher(arguments.getFirst())
                        .results()
                        .map(literal -> literal.group(1))
                        .toList();
                if (arguments.size() == 1
                        || keys.isEmpty()
                        || arguments.getFirst().contains("+")) {
                    continue;
                }
                calls++;
                for (String key : keys) {
                    List<String> places = ProblemTexts.places().get(key);
                    if (places == null || places.size() != arguments.size() - 2) {
                        faults.add(file.getFileName() + ": " + key + " takes " + places + ", found " + arguments);
                    }
                }
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(calls > 100, "only " + calls + " calls found");
        // What is put together at the call: `"wrong-kind.field-" + form`, `"bad-" + key`.
        List<String> silent = ProblemTexts.places().keySet().stream()
                .filter(key -> !said.contains(key) && !said.contains(key.substring(key.lastIndexOf('.') + 1)))
                .filter(key -> !key.matches("wrong-kind\\.field-[a-z]+|bad-(date|url)"))
                .sorted()
                .toList();
        assertEquals(List.of(), silent);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** The arguments of a call whose parenthesis opens just before an offset. */
    private static List<String> arguments(String text, int from) {
        List<String> arguments = new ArrayList<>();
        int depth = 1;
        int start = from;
        for (int i = from; depth > 0; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                for (i++; text.charAt(i) != c; i++) {
                    i += text.charAt(i) == '\\' ? 1 : 0;
                }
            } else if (c == '(' || c == '{' || c == '[') {
                depth++;
            } else if (c == ')' || c == '}' || c == ']') {
                depth--;
            }
            if (depth == 0 || (depth == 1 && c == ',')) {
                arguments.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        return arguments;
    }
}
