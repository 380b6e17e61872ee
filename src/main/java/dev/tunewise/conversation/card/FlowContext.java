package dev.tunewise.conversation.card;

import dev.tunewise.chat.Input;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.answer.AdviceBlocks;
import dev.tunewise.conversation.answer.CostParameterLabels;
import dev.tunewise.conversation.answer.GivenCase;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.ValueCatalogue;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.format.FlowLabels;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureInputs;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        AdviceBlocks counsel,
        CostParameterLabels dials,
        Messages wording) {
    private static final int SUGGESTIONS = 100;

    public static FlowContext of(Flow flow, AdviceBlocks counsel, ValueCatalogue catalogue, Messages wording) {
        return new FlowContext(
                flow,
                new FlowLabels(flow),
                new ValueFormat(flow, catalogue),
                new SuggestedValues(flow),
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
        return counsel.forecast(understood(state));
    }

    /** What the answers of a state lean to; empty where the flow has no priors. */
    public Optional<Forecast> forecast(ConversationState state) {
        return counsel.forecast(theCase(state));
    }

    /** What was told, with what is proposed taken in as if it were confirmed. */
    public GivenCase understood(ConversationState state) {
        return new GivenCase(state.understood(), state.parameters());
    }

    /** What the verdict is about: a question that was put after the case was told had its own reply. */
    public GivenCase theCase(ConversationState state) {
        return new GivenCase(caseAnswers(state), state.parameters());
    }

    private Answers caseAnswers(ConversationState state) {
        Answers given = state.answers();
        boolean later = state.held(Guidance.INTENT).stream()
                .anyMatch(asked -> state.held().values().stream()
                        .anyMatch(told -> !told.assumed() && told.entry() < asked.entry()));
        if (!later || flow.guidance().questions().isEmpty()) {
            return given;
        }
        List<String> named = Stream.concat(
                        given.get(Guidance.MENTIONS).map(SourcedAnswer::value).stream()
                                .flatMap(value -> value instanceof Value.Choices(List<String> items)
                                        ? items.stream()
                                        : Stream.empty()),
                        Stream.of(Guidance.PARTS))
                .distinct()
                .toList();
        String general = flow.guidance().questions().getLast().intent();
        return given.with(Guidance.INTENT, SourcedAnswer.of(new Value.Choices(List.of(general))))
                .with(Guidance.MENTIONS, SourcedAnswer.of(new Value.Choices(named)));
    }

    /** The same for sums: what was read and waits for a yes stands in them, for nobody would say that it was not told. */
    public GivenCase figureCase(ConversationState state) {
        Answers answers = caseAnswers(state);
        for (String fact : proposedInputs(state)) {
            if (state.doubts().get(fact) instanceof OpenConflict.Proposal read) {
                answers = answers.with(fact, SourcedAnswer.of(read.value()));
            }
        }
        return new GivenCase(answers, state.parameters());
    }

    /** What sums take that was read and that nobody has confirmed. */
    public List<String> proposedInputs(ConversationState state) {
        return FigureInputs.of(flow).stream()
                .filter(fact -> state.doubts().get(fact) instanceof OpenConflict.Proposal
                        && !state.answers().stated().knows(fact))
                .toList();
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

    /** The question for a fact, with the present answer filled in where somebody gave one. */
    public Input question(String id, ConversationState state) {
        Fact fact = fact(id);
        RecordedAnswer held = state.held().get(id);
        String current = held == null || held.assumed() ? "" : ValueFormat.inField(held.value());
        return new Input(fact.id(), words.question(fact), words.hint(fact), kind(fact), current, false);
    }

    private Input.Kind kind(Fact fact) {
        return switch (fact.type()) {
            case CHOICE ->
                fact.catalogue() == null
                        ? new Input.One(options(fact))
                        : new Input.Search(suggestions(fact.catalogue()));
            case CHOICES -> new Input.Many(options(fact));
            case YES_NO -> new Input.YesNo();
            case QUANTITY -> number(fact);
        };
    }

    private List<Input.Option> options(Fact fact) {
        List<Input.Option> options = new ArrayList<>();
        for (String choice : fact.choices()) {
            options.add(new Input.Option(choice, values.choice(fact, choice), words.choiceHint(fact, choice)));
        }
        return options;
    }

    private List<Input.Option> suggestions(String name) {
        return values.catalogue().entries(name).stream().limit(SUGGESTIONS).toList();
    }

    private Input.Kind number(Fact fact) {
        List<Input.Option> options = picks.of(fact).stream()
                .map(pick -> new Input.Option(pick.toPlainString(), ValueFormat.brief(fact, pick), ""))
                .toList();
        return new Input.Number(unit(fact.unit()), options, decimal(fact.min()), decimal(fact.max()));
    }

    private static String unit(@Nullable Unit unit) {
        if (unit == null) {
            return "";
        }
        return switch (unit.kind()) {
            case COUNT -> unit.noun();
            case PER_DAY -> unit.noun() + " a day";
            case PERCENT -> "%";
            case MONEY -> unit.noun();
            case MONEY_PER_THOUSAND -> "USD per 1,000 " + unit.noun();
            case MONTHS -> "months";
        };
    }

    private static String decimal(@Nullable BigDecimal bound) {
        return bound == null ? "" : bound.stripTrailingZeros().toPlainString();
    }
}
