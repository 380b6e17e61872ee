package dev.tunewise.conversation.card;

import dev.tunewise.chat.Text;
import dev.tunewise.conversation.answer.ConsultantAdvice;
import dev.tunewise.conversation.answer.CostParameterLabels;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.ValueCatalogue;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.format.FlowLabels;
import dev.tunewise.flow.interview.Interview;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the parts of the machine share: one flow with everything derived from it once. Safe for use by several threads.
 *
 * @param picks the numbers that make a difference in it
 */
public record FlowContext(
        Flow flow,
        FlowLabels words,
        ValueFormat values,
        SuggestedValues picks,
        QuestionFactory questions,
        ConsultantAdvice counsel,
        CostParameterLabels dials,
        Messages wording) {
    public static FlowContext of(Flow flow, ConsultantAdvice counsel, ValueCatalogue catalogue, Messages wording) {
        SuggestedValues picks = new SuggestedValues(flow);
        ValueFormat values = new ValueFormat(flow, catalogue);
        return new FlowContext(
                flow,
                new FlowLabels(flow),
                values,
                picks,
                new QuestionFactory(flow, picks, values, catalogue),
                counsel,
                new CostParameterLabels(flow, counsel, wording),
                wording);
    }

    /** Derives questions with the cost parameters of a state. */
    public Interview interview(ConversationState state) {
        return counsel.interview(state.parameters());
    }

    /** What the answers of a state lean to, what is proposed taken in as if it were confirmed; it decides nothing. */
    public Optional<Forecast> leaning(ConversationState state) {
        return counsel.forecast(state.understood(), state.parameters());
    }

    /** What the answers of a state lean to; empty where the flow has no priors. */
    public Optional<Forecast> forecast(ConversationState state) {
        return counsel.forecast(state.answers(), state.parameters());
    }

    /** A fact that the state speaks of; folding leaves only facts of the flow in it. */
    public Fact fact(String id) {
        return flow.fact(id).orElseThrow(() -> new IllegalArgumentException("No fact `" + id + "` in " + flow.id()));
    }

    /** A sentence of the machine with its values. */
    public Text text(String key, Object... values) {
        return wording.text(key, values);
    }

    /** The same as characters. */
    public String plain(String key, Object... values) {
        return wording.plain(key, values);
    }

    public String label(String fact) {
        return words.label(fact);
    }

    public String label(Fact fact) {
        return words.label(fact);
    }

    public String shown(String fact, Value value) {
        return values.shown(fact(fact), value);
    }

    /** The fact among some whose name is all that somebody says: "retrieval", where it was asked which answer is meant. */
    public Stream<String> named(String text, Set<String> facts) {
        return facts.stream().filter(fact -> label(fact).equalsIgnoreCase(text.strip()));
    }
}
