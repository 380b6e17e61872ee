package dev.tunewise.conversation.understanding;

import dev.tunewise.chat.Action;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.result.ParameterReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a text says, as far as the flow has words for it.
 *
 * @param unclear what has several readings
 * @param refused what was meant for a fact but does not fit it
 * @param command a command in words, or null
 * @param inquiry what it asks us, or small talk; null for neither
 * @param attempt whether it looks like an answer to the open question although none could be read
 * @param unread whether words in it say something that was not understood or waits for a yes
 * @param parameters what it says of the numbers behind the figures
 * @param unplaced pieces that state a number or touch a fact and could be put nowhere
 * @param vague facts that it is about without saying which of their values holds
 */
public record Interpretation(
        List<ExtractedAnswer> fills,
        List<Clarification> unclear,
        List<Clarification> refused,
        Action.@Nullable Command command,
        @Nullable Intent inquiry,
        boolean attempt,
        boolean unread,
        ParameterReadings parameters,
        List<String> unplaced,
        List<String> vague) {
    public static final Interpretation NOTHING = answers(List.of());

    public static Interpretation answers(List<ExtractedAnswer> fills) {
        return new Interpretation(
                fills, List.of(), List.of(), null, null, false, false, ParameterReadings.NONE, List.of(), List.of());
    }

    /** Whether it looks at something that is not so. */
    public boolean supposes() {
        return command != null && command.name().equals(ConversationCommand.WHAT_IF.id());
    }

    /** Whether it tells something of the case. */
    public boolean says() {
        return !fills.isEmpty() || !unclear.isEmpty() || !parameters.isEmpty();
    }

    /** The corrections alone and what is said of some facts, and the command where it is one of these. */
    public Interpretation corrections(Set<ConversationCommand> verbs, Predicate<String> told) {
        Action.Command order = command;
        boolean kept = order != null
                && ConversationCommand.of(order.name()).filter(verbs::contains).isPresent();
        return new Interpretation(
                fills.stream()
                        .filter(fill -> fill.correction() || told.test(fill.fact()))
                        .toList(),
                List.of(),
                List.of(),
                kept ? order : null,
                null,
                false,
                false,
                parameters.corrections(),
                List.of(),
                List.of());
    }

    /** What bears on some facts. */
    public Interpretation about(Set<String> matters, Set<String> asked) {
        return filtered(matters::contains, matters::contains, asked::contains);
    }

    /** The same, without what bears on these facts. */
    public Interpretation without(Set<String> facts) {
        Predicate<String> others = fact -> !facts.contains(fact);
        return filtered(others, others, others);
    }

    /** The same, with these answers in place of any to their facts. */
    public Interpretation with(List<ExtractedAnswer> told) {
        List<ExtractedAnswer> all = new ArrayList<>(told);
        fills.stream()
                .filter(fill -> told.stream().noneMatch(one -> one.fact().equals(fill.fact())))
                .forEach(all::add);
        return new Interpretation(
                all, unclear, refused, command, inquiry, attempt, unread, parameters, List.of(), vague);
    }

    /** The same, with what is unclear of these facts only. */
    public Interpretation unclearOnly(Predicate<String> facts) {
        return filtered(_ -> true, facts, _ -> true);
    }

    private Interpretation filtered(Predicate<String> filled, Predicate<String> ambiguous, Predicate<String> misfit) {
        return new Interpretation(
                fills.stream().filter(fill -> filled.test(fill.fact())).toList(),
                unclear.stream().filter(each -> ambiguous.test(each.fact())).toList(),
                refused.stream().filter(each -> misfit.test(each.fact())).toList(),
                command,
                inquiry,
                attempt,
                unread,
                parameters,
                unplaced,
                vague);
    }

    /** What is unclear of these facts, and nothing else. */
    public Interpretation unclearAlone(Predicate<String> facts) {
        List<Clarification> open = unclearOnly(facts).unclear();
        return new Interpretation(
                List.of(), open, List.of(), null, null, attempt, unread, ParameterReadings.NONE, List.of(), List.of());
    }

    /** The same, with every value meant as a change. */
    public Interpretation meantAsChange() {
        List<ExtractedAnswer> meant = fills.stream()
                .map(fill -> new ExtractedAnswer(fill.fact(), fill.value(), fill.quote(), true))
                .toList();
        return new Interpretation(
                meant, unclear, refused, command, inquiry, attempt, unread, parameters, unplaced, vague);
    }
}
