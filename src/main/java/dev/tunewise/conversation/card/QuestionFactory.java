package dev.tunewise.conversation.card;

import dev.tunewise.chat.Input;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.wording.ValueCatalogue;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.format.FlowLabels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns facts into questions with everything that a channel needs to ask them. */
public record QuestionFactory(Flow flow, SuggestedValues picks, ValueFormat values, ValueCatalogue catalogue) {
    private static final int SUGGESTIONS = 100;

    /** The question for a fact, with the present answer filled in where somebody gave one. */
    public Input input(Fact fact, @Nullable RecordedAnswer held) {
        FlowLabels words = new FlowLabels(flow);
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
        FlowLabels words = new FlowLabels(flow);
        List<Input.Option> options = new ArrayList<>();
        for (String choice : fact.choices()) {
            options.add(new Input.Option(choice, values.choice(fact, choice), words.choiceHint(fact, choice)));
        }
        return options;
    }

    private List<Input.Option> suggestions(String name) {
        return catalogue.entries(name).stream().limit(SUGGESTIONS).toList();
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
