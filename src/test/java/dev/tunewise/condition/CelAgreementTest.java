package dev.tunewise.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random conditions and facts: our evaluation says what CEL's planner runtime says, and never less. */
class CelAgreementTest {
    private static final List<String> TESTS = List.of(
            "guests < 20",
            "guests >= chairs",
            "guests * 2 != chairs + 3",
            "size(meals) > 1",
            "size(meals) == guests",
            "'lunch' in meals",
            "diet == 'no-meat'",
            "diet != 'no-meat'",
            "diet in ['anything', 'no-animals']",
            "guests in [1, 3, 20]",
            "meals == ['lunch']",
            "meals == []",
            "meals.exists(m, m in ['lunch', 'dinner'])",
            "meals.all(m, m != 'snack')",
            "meals.exists_one(m, m == 'snack' || !(m == 'lunch'))",
            "['lunch', 'snack'].all(m, m in meals)",
            "size(meals.filter(m, m == 'lunch')) == 1",
            "(outdoors ? guests : chairs) > 3",
            "diet == (outdoors ? 'anything' : 'no-meat')",
            "outdoors",
            "outdoors == (guests > 5)",
            "cost / 2 > guests",
            "town == 'here'",
            "town.startsWith('h')",
            "meals.exists(m, outdoors && m == 'lunch')",
            "meals.all(m, m == town || guests > 3)",
            "meals.exists_one(m, m == 'snack' && outdoors)",
            "size(meals.filter(m, m == 'lunch' || outdoors)) > chairs",
            "[guests, 3].exists(n, n == chairs)",
            "(outdoors && guests > 5) == (chairs > 4 || outdoors)",
            "town.contains('ere') == town.endsWith('here')",
            "-guests < -3");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithCel(long seed) throws CelEvaluationException, CelValidationException {
        Random random = new Random(seed);
        CelCompiler compiler = compiler();
        CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
        for (int i = 0; i < 60; i++) {
            String text = condition(random, 3);
            Condition ours = Sample.compile(text);
            CelRuntime.Program theirs =
                    runtime.createProgram(compiler.compile(forCel(text)).getAst());
            for (int j = 0; j < 20; j++) {
                Map<String, Object> facts = facts(random);
                compare(text, seed, ours, theirs, facts);
            }
        }
    }

    private static CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(
                        CelStandardMacro.EXISTS,
                        CelStandardMacro.ALL,
                        CelStandardMacro.EXISTS_ONE,
                        CelStandardMacro.FILTER);
        Sample.declarations().forEach((name, declaration) -> builder.addVar(name, type(declaration)));
        return builder.build();
    }

    private static CelType type(Declaration declaration) {
        return switch (declaration.kind()) {
            case CHOICE -> SimpleType.STRING;
            case CHOICES -> ListType.create(SimpleType.STRING);
            case QUANTITY -> SimpleType.DOUBLE;
            case YES_NO -> SimpleType.BOOL;
            case UNCLEAR -> SimpleType.DYN;
        };
    }

    /** The same with every number a double: for us there is only one kind of number. */
    private static String forCel(String text) {
        return text.replaceAll("(?<![\\w.])(\\d+)(?![\\w.])", "$1.0")
                .replaceAll("size\\((?:[^()]|\\([^()]*\\))*\\)", "double($0)");
    }

    private static void compare(
            String text, long seed, Condition ours, CelRuntime.Program theirs, Map<String, Object> facts)
            throws CelEvaluationException {
        List<CelAttributePattern> missing = new ArrayList<>();
        for (String name : ours.facts()) {
            if (!facts.containsKey(name)) {
                missing.add(CelAttributePattern.create(name));
            }
        }
        Object said = theirs.eval(PartialVars.of(facts, missing.toArray(CelAttributePattern[]::new)));
        Tristate truth = ours.evaluate(facts);
        String where = "seed " + seed + ": `" + text + "` with " + facts;
        if (said instanceof Boolean value) {
            assertEquals(value, truth.holds(), where);
            assertEquals(!value, truth.fails(), where);
        } else if (truth instanceof Tristate.Needs needs) {
            assertTrue(needs.facts().stream().noneMatch(facts::containsKey), where);
            assertTrue(ours.facts().containsAll(needs.facts()), where);
            if (said instanceof CelUnknownSet unknown) {
                unknown.attributes().forEach(attribute -> {
                    String name = attribute.qualifiers().getFirst().asString();
                    assertTrue(ours.facts().contains(name), where + " CEL needs " + name);
                });
            }
        } else {
            // We may know more, from the bounds of numbers: then every completion must agree.
            for (long i = 0; i < 20; i++) {
                Map<String, Object> whole = new HashMap<>(complete(new Random(i)));
                whole.putAll(facts);
                assertEquals(truth.holds(), ours.evaluate(whole).holds(), where + " completed by " + whole);
            }
        }
    }

    private static String condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return TESTS.get(random.nextInt(TESTS.size()));
        }
        String left = condition(random, depth - 1);
        String right = condition(random, depth - 1);
        return switch (random.nextInt(4)) {
            case 0 -> "(" + left + ") && (" + right + ")";
            case 1 -> "(" + left + ") || (" + right + ")";
            case 2 -> "!(" + left + ")";
            default -> "(" + left + ") ? (" + right + ") : (" + condition(random, depth - 1) + ")";
        };
    }

    private static Map<String, Object> complete(Random random) {
        Map<String, Object> facts = new HashMap<>();
        List<String> meals = new ArrayList<>(List.of("breakfast", "lunch", "dinner", "snack"));
        meals.removeIf(_ -> random.nextInt(3) > 0);
        facts.put("meals", meals);
        facts.put("diet", List.of("anything", "no-meat", "no-animals").get(random.nextInt(3)));
        facts.put("town", random.nextBoolean() ? "here" : "there");
        facts.put("guests", (double) List.of(0, 1, 3, 4, 19, 20, 21, 1000).get(random.nextInt(8)));
        facts.put("chairs", (double) List.of(1, 3, 4, 20, 500).get(random.nextInt(5)));
        facts.put("cost", random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : (double) random.nextInt(50));
        facts.put("outdoors", random.nextBoolean());
        return facts;
    }

    private static Map<String, Object> facts(Random random) {
        Map<String, Object> facts = complete(random);
        facts.keySet().removeIf(_ -> random.nextInt(3) == 0);
        return facts;
    }
}
