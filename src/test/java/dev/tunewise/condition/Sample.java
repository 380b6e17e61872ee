package dev.tunewise.condition;

import dev.tunewise.condition.compiler.CompiledTerms;
import dev.tunewise.condition.compiler.ConditionCompiler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and terms that the tests of conditions use. */
public final class Sample {
    private Sample() {}

    public static Map<String, Declaration> declarations() {
        Map<String, Declaration> declared = new LinkedHashMap<>();
        declared.put("meals", Declaration.choices(List.of("breakfast", "lunch", "dinner", "snack")));
        declared.put("diet", Declaration.choice(List.of("anything", "no-meat", "no-animals")));
        declared.put("town", Declaration.choice(List.of()));
        declared.put("guests", Declaration.quantity(0, 1000));
        declared.put("chairs", Declaration.quantity(1, 500));
        declared.put("budget", Declaration.quantity(0, 100_000));
        declared.put("cost", Declaration.quantity(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        declared.put("outdoors", Declaration.yesNo());
        declared.put("vague", Declaration.unclear());
        return declared;
    }

    public static CompiledTerms terms() {
        Map<String, String> terms = new LinkedHashMap<>();
        terms.put("warm_meal", "meals.exists(m, m in ['lunch', 'dinner'])");
        terms.put("spare", "chairs - guests");
        terms.put("feast", "warm_meal && guests > 20");
        terms.put("wrong", "gests > 3");
        return ConditionCompiler.over(declarations()).withTerms(terms);
    }

    public static Condition compile(String text) {
        return switch (terms().conditions().compile(text)) {
            case Compilation.Compiled compiled -> compiled.condition();
            case Compilation.Refused refused -> throw new AssertionError(text + ": " + render(refused.problems()));
        };
    }

    public static String render(List<ConditionProblem> problems) {
        return problems.stream()
                .map(problem -> "  " + problem.line() + ":" + problem.column() + " [" + problem.code() + "] "
                        + problem.message() + " " + problem.remedy() + "\n")
                .collect(Collectors.joining());
    }
}
