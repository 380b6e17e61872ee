package dev.tunewise.advice.document;

import dev.tunewise.advice.result.Explanation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why the deciding rule holds and those before it do not, as a tree. */
final class ExplanationDocument {
    private ExplanationDocument() {}

    static @Nullable Object of(Explanation why) {
        if (why.rule().isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("rule", why.rule());
        tree.put("condition", why.condition());
        tree.put("tests", AdviceDocument.all(why.tests(), ExplanationDocument::tested));
        tree.put("answers", AdviceDocument.all(why.answers(), AdviceDocument::basis));
        tree.put("figures", AdviceDocument.all(why.figures(), AdviceDocument::basis));
        tree.put("passed", AdviceDocument.all(why.passed(), ExplanationDocument::passed));
        return tree;
    }

    private static Map<String, @Nullable Object> tested(Explanation.Tested tested) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("test", tested.test());
        tree.put("outcome", tested.outcome().id());
        tree.put("found", tested.found());
        tree.put("asked", tested.asked());
        return tree;
    }

    private static Map<String, @Nullable Object> passed(Explanation.Passed passed) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("rule", passed.rule());
        tree.put("name", passed.name());
        tree.put("verdict", passed.verdict());
        tree.put("lever", passed.lever());
        tree.put("because", AdviceDocument.all(passed.because(), ExplanationDocument::tested));
        return tree;
    }
}
