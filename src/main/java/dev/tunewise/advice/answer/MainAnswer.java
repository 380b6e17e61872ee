package dev.tunewise.advice.answer;

import dev.tunewise.advice.evaluation.FlowTexts;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.interview.NamedThings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the answer to the main question, whether to train, together from what was said or seems to have been. What only seems so is told beside it, so that
 * who asks can put it right.
 */
record MainAnswer(Guidance guidance, StatedCase heard, FlowTexts texts) {
    private static final int MOST_FAULTS = 3;
    private static final int LEAST_STEPS = 2;

    /**
     * The answer to a question in these words, or in those of the whole message where they are not told apart; empty where it is another question. `alone`: whether nothing else is
     * asked.
     */
    Optional<CaseAnswer.Answered> to(String words, int steps, boolean alone) {
        return asks(words, alone) ? composition().map(composed -> written(composed, steps)) : Optional.empty();
    }

    /** The decision where a question that asks for one would else be refused: the first composition as far as the case goes, whatever its condition. */
    Optional<CaseAnswer.Answered> best(String words, int steps) {
        NamedThings named = new NamedThings(guidance.mentions());
        return Guidance.DECIDING.stream().anyMatch(form -> named.names(form, words))
                ? composition()
                        .or(() -> guidance.compositions().stream().findFirst())
                        .map(composed -> written(composed, steps))
                : Optional.empty();
    }

    private CaseAnswer.Answered written(Guidance.Composition composed, int steps) {
        return new CaseAnswer.Answered(
                "",
                String.join(" ", told(composed.lines())),
                Stream.concat(
                                told(composed.faults()).stream().limit(MOST_FAULTS),
                                told(composed.steps()).stream().limit(Math.max(steps, LEAST_STEPS)))
                        .toList(),
                CaseAnswer.Code.NONE,
                texts.cited(composed.sources()),
                CaseAnswer.Verdict.COMPOSED,
                new AnswerForm(AnswerForm.Kind.OPEN, List.of(), false, false));
    }

    /** The figures that it rests on, in a line. */
    String taken() {
        return composition().stream()
                .flatMap(composed -> composed.taken().stream())
                .flatMap(part -> first(List.of(part)).stream())
                .collect(Collectors.joining(", "));
    }

    private boolean asks(String words, boolean alone) {
        NamedThings named = new NamedThings(guidance.mentions());
        // A question that stands alone may have been cut; what opens with “how many” is another one all the same.
        boolean whole = words.isEmpty() || alone && !named.names(Guidance.OPEN, words);
        return whole && heard.choices(Guidance.MENTIONS).contains(Guidance.MAIN)
                || named.names(Guidance.MAIN, words)
                || named.names(Guidance.PLAIN, words)
                        && heard.choices(Guidance.MENTIONS).contains(Guidance.TRAINED)
                || isWhether(named, words) && named.names(Guidance.TRAINED, words);
    }

    /** Whether words ask for a yes or a no; what opens with "how many" does not. */
    static boolean isWhether(NamedThings named, String words) {
        return named.names(Guidance.WHETHER, words) && !named.names(Guidance.OPEN, words);
    }

    private Optional<Guidance.Composition> composition() {
        return guidance.compositions().stream()
                .filter(composed -> heard.holds(composed.when()))
                .filter(composed -> first(composed.lines().getFirst()).isPresent())
                .findFirst();
    }

    private List<String> told(List<List<Guidance.CasePart>> all) {
        List<String> told = new ArrayList<>();
        all.forEach(choices -> first(choices).ifPresent(told::add));
        return told;
    }

    private Optional<String> first(List<Guidance.CasePart> choices) {
        SlotText slots = new SlotText(heard);
        return choices.stream()
                .filter(part -> heard.admits(part.when()) && !heard.holds(part.moot()) && !heard.rulesOut(part.text()))
                .flatMap(part -> slots.whole(part.text()).stream())
                .findFirst();
    }
}
