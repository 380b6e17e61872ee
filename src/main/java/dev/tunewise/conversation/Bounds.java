package dev.tunewise.conversation;

import dev.tunewise.chat.Text;
import dev.tunewise.flow.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a fact takes, and gives an example. */
final class Bounds {
    private static final int OPTIONS = 6;

    private final Kit kit;

    Bounds(Kit kit) {
        this.kit = kit;
    }

    /** What values must keep to. */
    String of(Fact fact) {
        Wording wording = kit.wording();
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        List<String> bounds = new ArrayList<>();
        if (min != null && max != null) {
            bounds.add(wording.plain(
                    Phrase.BOUNDS_BOTH,
                    kit.values().number(fact, min),
                    kit.values().number(fact, max)));
        } else if (min != null) {
            bounds.add(wording.plain(Phrase.BOUNDS_LOW, kit.values().number(fact, min)));
        } else if (max != null) {
            bounds.add(wording.plain(Phrase.BOUNDS_HIGH, kit.values().number(fact, max)));
        }
        if (fact.whole()) {
            bounds.add(wording.plain(Phrase.BOUNDS_WHOLE));
        }
        return bounds.isEmpty() ? wording.plain(Phrase.BOUNDS_NONE) : String.join(", ", bounds);
    }

    /** Why words were not taken for a fact. */
    Text refusal(Fact fact, Heard.Refused refused) {
        String quote = Labels.shortened(refused.quote(), 80);
        String label = kit.words().label(fact);
        return switch (refused.reason()) {
            case BOUNDS -> kit.wording().text(Phrase.OUT_OF_BOUNDS, quote, label, of(fact));
            case LIMIT -> kit.wording().text(Phrase.ONLY_A_LIMIT, quote, label);
            case CURRENCY -> kit.wording().text(Phrase.OTHER_CURRENCY, quote, label);
            case HOURS -> kit.wording().text(Phrase.WHICH_HOURS, quote);
            case NAME -> kit.wording().text(Phrase.UNKNOWN_NAME, quote, label);
            case VAGUE -> kit.wording().text(Phrase.VAGUE, quote, label);
        };
    }

    /** How an answer can look. */
    String example(Fact fact) {
        String hint = kit.words().hint(fact);
        return hint.isEmpty() ? byType(fact) : hint;
    }

    private String byType(Fact fact) {
        Wording wording = kit.wording();
        return switch (fact.type()) {
            case YES_NO -> wording.plain(Phrase.EXAMPLE_YES_NO);
            case QUANTITY -> number(fact);
            case CHOICE, CHOICES -> {
                List<String> options = fact.choices().stream()
                        .map(choice -> kit.values().choice(fact, choice))
                        .toList();
                yield options.isEmpty() || options.size() > OPTIONS
                        ? wording.plain(Phrase.EXAMPLE_ANY)
                        : wording.plain(Phrase.EXAMPLE_CHOICE, String.join(" · ", options));
            }
        };
    }

    private String number(Fact fact) {
        List<BigDecimal> picks = kit.picks().of(fact);
        if (picks.size() < 2) {
            return kit.wording().plain(Phrase.EXAMPLE_ANY);
        }
        String one = kit.values().number(fact, picks.get(picks.size() / 2));
        String low = kit.values().number(fact, picks.get(picks.size() - 2));
        String high = kit.values().number(fact, picks.getLast());
        return kit.wording().plain(Phrase.EXAMPLE_NUMBER, one, low + " to " + high);
    }
}
