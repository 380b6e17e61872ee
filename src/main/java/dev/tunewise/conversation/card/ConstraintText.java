package dev.tunewise.conversation.card;

import dev.tunewise.chat.Text;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.wording.LabelShortener;
import dev.tunewise.conversation.wording.MessageKey;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.flow.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a fact takes, and gives an example. */
public record ConstraintText(FlowContext kit) {
    private static final int OPTIONS = 6;

    /** What values must keep to. */
    public String of(Fact fact) {
        Messages wording = kit.wording();
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        List<String> bounds = new ArrayList<>();
        if (min != null && max != null) {
            bounds.add(wording.plain(
                    MessageKey.BOUNDS_BOTH,
                    kit.values().number(fact, min),
                    kit.values().number(fact, max)));
        } else if (min != null) {
            bounds.add(wording.plain(MessageKey.BOUNDS_LOW, kit.values().number(fact, min)));
        } else if (max != null) {
            bounds.add(wording.plain(MessageKey.BOUNDS_HIGH, kit.values().number(fact, max)));
        }
        if (fact.whole()) {
            bounds.add(wording.plain(MessageKey.BOUNDS_WHOLE));
        }
        return bounds.isEmpty() ? wording.plain(MessageKey.BOUNDS_NONE) : String.join(", ", bounds);
    }

    /** Why words were not taken for a fact. */
    public Text refusal(Fact fact, Interpretation.Refused refused) {
        String quote = LabelShortener.shortened(refused.quote(), 80);
        String label = kit.words().label(fact);
        return switch (refused.reason()) {
            case BOUNDS -> kit.wording().text(MessageKey.OUT_OF_BOUNDS, quote, label, of(fact));
            case LIMIT -> kit.wording().text(MessageKey.ONLY_A_LIMIT, quote, label);
            case CURRENCY -> kit.wording().text(MessageKey.OTHER_CURRENCY, quote, label);
            case HOURS -> kit.wording().text(MessageKey.WHICH_HOURS, quote);
            case NAME -> kit.wording().text(MessageKey.UNKNOWN_NAME, quote, label);
            case VAGUE -> kit.wording().text(MessageKey.VAGUE, quote, label);
        };
    }

    /** How an answer can look. */
    public String example(Fact fact) {
        String hint = kit.words().hint(fact);
        return hint.isEmpty() ? byType(fact) : hint;
    }

    private String byType(Fact fact) {
        Messages wording = kit.wording();
        return switch (fact.type()) {
            case YES_NO -> wording.plain(MessageKey.EXAMPLE_YES_NO);
            case QUANTITY -> number(fact);
            case CHOICE, CHOICES -> {
                List<String> options = fact.choices().stream()
                        .map(choice -> kit.values().choice(fact, choice))
                        .toList();
                yield options.isEmpty() || options.size() > OPTIONS
                        ? wording.plain(MessageKey.EXAMPLE_ANY)
                        : wording.plain(MessageKey.EXAMPLE_CHOICE, String.join(" · ", options));
            }
        };
    }

    private String number(Fact fact) {
        List<BigDecimal> picks = kit.picks().of(fact);
        if (picks.size() < 2) {
            return kit.wording().plain(MessageKey.EXAMPLE_ANY);
        }
        String one = kit.values().number(fact, picks.get(picks.size() / 2));
        String low = kit.values().number(fact, picks.get(picks.size() - 2));
        String high = kit.values().number(fact, picks.getLast());
        return kit.wording().plain(MessageKey.EXAMPLE_NUMBER, one, low + " to " + high);
    }
}
