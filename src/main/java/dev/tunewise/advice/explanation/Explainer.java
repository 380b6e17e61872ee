package dev.tunewise.advice.explanation;

import dev.tunewise.advice.evaluation.AdviceContext;
import dev.tunewise.advice.evaluation.FactDependencies;
import dev.tunewise.advice.evaluation.FlowTexts;
import dev.tunewise.advice.result.Evidence;
import dev.tunewise.advice.result.Explanation;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Explains a decision: the tests of the rule that decided, what it rests on, and what kept each rule above it from holding. */
public record Explainer(FlowTexts words, TestDescriber testWords, FactDependencies reach) {
    public Explanation explain(AdviceContext theCase, Rule decided) {
        Condition condition = decided.when();
        List<Explanation.Tested> tests =
                condition.tests().stream().map(test -> tested(theCase, test)).toList();
        Set<String> mentioned = mentioned(theCase, decided);
        Set<String> figures = new HashSet<>(mentioned);
        figures.removeIf(id -> theCase.flow.figure(id).isEmpty());
        Set<String> facts = new HashSet<>(mentioned);
        figures.forEach(figure -> facts.addAll(reach.ofFigure(figure)));
        facts.removeAll(figures);
        return new Explanation(
                decided.id(),
                condition.text(),
                tests,
                theCase.basis(facts),
                theCase.basis(figures),
                passed(theCase, decided));
    }

    /** Facts and figures that a rule mentions in its condition or in a reason that is given. */
    private static Set<String> mentioned(AdviceContext theCase, Rule rule) {
        Set<String> mentioned = new HashSet<>(rule.when().facts());
        for (Rule.Reason reason : rule.because()) {
            Condition when = reason.when();
            if (when == null || theCase.evaluate(when).holds()) {
                mentioned.addAll(reason.facts());
            }
        }
        return mentioned;
    }

    private List<Explanation.Passed> passed(AdviceContext theCase, Rule decided) {
        List<Explanation.Passed> passed = new ArrayList<>();
        for (Rule rule : theCase.flow.rules()) {
            if (rule.id().equals(decided.id())) {
                break;
            }
            List<Explanation.Tested> because = MinimalExplanation.against(rule.when(), theCase.known()).stream()
                    .map(part -> tested(theCase, part.test(), part.wanted()))
                    .toList();
            passed.add(new Explanation.Passed(rule.id(), words.direction(rule), rule.verdict(), rule.lever(), because));
        }
        return passed;
    }

    private Explanation.Tested tested(AdviceContext theCase, Condition.Test test) {
        Tristate truth = theCase.evaluate(test.condition());
        Explanation.Outcome outcome = switch (truth) {
            case Tristate.True() -> Explanation.Outcome.HOLDS;
            case Tristate.False() -> Explanation.Outcome.FAILS;
            case Tristate.Needs _ -> Explanation.Outcome.OPEN;
        };
        List<Evidence> basis = theCase.basis(test.condition().facts());
        // What does not hold says nothing by the value that was found: what was asked for belongs beside it.
        String asked = outcome == Explanation.Outcome.FAILS
                ? testWords.asked(test.text(), true).orElse("")
                : "";
        return new Explanation.Tested(test.text(), outcome, testWords.found(test, basis), asked, basis);
    }

    private Explanation.Tested tested(AdviceContext theCase, Condition.Test test, boolean wanted) {
        List<Evidence> basis = theCase.basis(test.condition().facts());
        Explanation.Outcome outcome = wanted ? Explanation.Outcome.FAILS : Explanation.Outcome.HOLDS;
        String asked = testWords.asked(test.text(), wanted).orElse("");
        return new Explanation.Tested(test.text(), outcome, testWords.found(test, basis), asked, basis);
    }
}
