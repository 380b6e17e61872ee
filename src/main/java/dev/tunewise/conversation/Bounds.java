package dev.tunewise.conversation;

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
                    Phrase.BOUNDS_BOTH, kit.values().number(fact, min), kit.values().number(fact, max)));
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

    /** How an answer can look. */
    String example(Fact fact) {
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
