package dev.tunewise.advice;

import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Truth;
import dev.tunewise.flow.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Explains a decision: the tests of the rule that decided, what it rests on, and what kept each rule above it from holding. */
final class Explainer {
    private final Words words;
    private final TestWords testWords;
    private final Reach reach;

    Explainer(Words words, TestWords testWords, Reach reach) {
        this.words = words;
        this.testWords = testWords;
        this.reach = reach;
    }

    Explanation explain(Case theCase, Rule decided) {
        Condition condition = decided.when();
        List<Explanation.Tested> tests =
                condition.tests().stream().map(test -> tested(theCase, test)).toList();
        Set<String> figures = new HashSet<>(condition.facts());
        figures.removeIf(id -> theCase.flow.figure(id).isEmpty());
        return new Explanation(
                decided.id(),
                condition.text(),
                tests,
                theCase.basis(reach.of(condition)),
                theCase.basis(figures),
                passed(theCase, decided));
    }

    private List<Explanation.Passed> passed(Case theCase, Rule decided) {
        List<Explanation.Passed> passed = new ArrayList<>();
        for (Rule rule : theCase.flow.rules()) {
            if (rule.id().equals(decided.id())) {
                break;
            }
            List<Explanation.Tested> because = Deciding.against(rule.when(), theCase.known()).stream()
                    .map(part -> tested(theCase, part.test(), part.wanted()))
                    .toList();
            passed.add(new Explanation.Passed(rule.id(), words.rule(rule.id()), rule.verdict(), rule.lever(), because));
        }
        return passed;
    }

    private Explanation.Tested tested(Case theCase, Condition.Test test) {
        Truth truth = theCase.evaluate(test.condition());
        Explanation.Outcome outcome = switch (truth) {
            case Truth.True() -> Explanation.Outcome.HOLDS;
            case Truth.False() -> Explanation.Outcome.FAILS;
            case Truth.Needs _ -> Explanation.Outcome.OPEN;
        };
        List<Basis> basis = theCase.basis(test.condition().facts());
        return new Explanation.Tested(test.text(), outcome, testWords.found(test, basis), basis);
    }

    private Explanation.Tested tested(Case theCase, Condition.Test test, boolean wanted) {
        List<Basis> basis = theCase.basis(test.condition().facts());
        Explanation.Outcome outcome = wanted ? Explanation.Outcome.FAILS : Explanation.Outcome.HOLDS;
        return new Explanation.Tested(test.text(), outcome, testWords.against(test, basis, wanted), basis);
    }
}
