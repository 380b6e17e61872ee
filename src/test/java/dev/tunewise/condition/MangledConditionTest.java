package dev.tunewise.condition;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.condition.compiler.ConditionCompiler;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words and signs in any order: compiling always answers, with problems that lie within the text. */
class MangledConditionTest {
    private static final List<String> PIECES = List.of(
            "guests",
            "chairs",
            "meals",
            "diet",
            "outdoors",
            "town",
            "warm_meal",
            "spare",
            "wrong",
            "vague",
            "unknown",
            "'lunch'",
            "'no-meat'",
            "\"x",
            "20",
            "0.5",
            "1e3",
            "-",
            "+",
            "*",
            "/",
            "%",
            "==",
            "!=",
            "=",
            "<",
            ">=",
            "<>",
            "&&",
            "||",
            "&",
            "!",
            "?",
            ":",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ",",
            ".",
            "in",
            "and",
            "not",
            "size(",
            ".size()",
            ".exists(m, m == 'lunch')",
            ".all(",
            "has(",
            "true",
            "null",
            "\n",
            "é",
            "😀",
            "//",
            "b'x'",
            "5u",
            "m",
            "if");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void alwaysAnswers(long seed) {
        Random random = new Random(seed);
        ConditionCompiler conditions = Sample.terms().conditions();
        for (int i = 0; i < 1500; i++) {
            String text = IntStream.range(0, 1 + random.nextInt(9))
                    .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                    .collect(Collectors.joining(random.nextInt(5) == 0 ? "" : " "));
            String where = "seed " + seed + ", try " + i + ": " + text;
            Compilation compilation = assertDoesNotThrow(() -> conditions.compile(text), where);
            switch (compilation) {
                case Compilation.Compiled compiled ->
                    assertDoesNotThrow(() -> compiled.condition().evaluate(Map.of()), where);
                case Compilation.Refused refused -> {
                    assertTrue(!refused.problems().isEmpty(), where);
                    long lines = text.chars().filter(c -> c == '\n').count() + 1;
                    refused.problems().forEach(problem -> assertTrue(problem.line() <= lines, where));
                }
            }
        }
    }
}
