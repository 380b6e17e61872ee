package dev.tunewise.conversation.card;

import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.flow.Fact;
import dev.tunewise.reading.result.Clarification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a fact takes, and gives an example. */
public record ConstraintText(FlowContext kit) {
    private static final int OPTIONS = 6;

    public String of(Fact fact) {
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        List<String> bounds = new ArrayList<>();
        if (min != null && max != null) {
            bounds.add(kit.plain(
                    "bounds-both", kit.values().number(fact, min), kit.values().number(fact, max)));
        } else if (min != null) {
            bounds.add(kit.plain("bounds-low", kit.values().number(fact, min)));
        } else if (max != null) {
            bounds.add(kit.plain("bounds-high", kit.values().number(fact, max)));
        }
        if (fact.whole()) {
            bounds.add(kit.plain("bounds-whole"));
        }
        return bounds.isEmpty() ? kit.plain("bounds-none") : String.join(", ", bounds);
    }

    /** Why words were not taken for a fact. */
    public Text refusal(Fact fact, Clarification refused) {
        String quote = Truncate.atWord(refused.quote(), 80);
        String label = kit.label(fact);
        return switch (refused.reason()) {
            case BOUNDS -> kit.text("out-of-bounds", quote, label, of(fact));
            case LIMIT -> kit.text("only-a-limit", quote, label);
            case CURRENCY -> kit.text("other-currency", quote, label);
            case HOURS -> kit.text("which-hours", quote);
            case NAME, UNKNOWN_NAME -> kit.text("unknown-name", quote, label);
            case NUMBER, SEVERAL, UNSURE -> kit.text("vague", quote, label);
        };
    }

    public String example(Fact fact) {
        String hint = kit.words().hint(fact);
        return hint.isEmpty() ? byType(fact) : hint;
    }

    private String byType(Fact fact) {
        return switch (fact.type()) {
            case YES_NO -> kit.plain("example-yes-no");
            case QUANTITY -> number(fact);
            case CHOICE, CHOICES -> {
                List<String> options = fact.choices().stream()
                        .map(choice -> kit.values().choice(fact, choice))
                        .toList();
                yield options.isEmpty() || options.size() > OPTIONS
                        ? kit.plain("example-any")
                        : kit.plain("example-choice", String.join(" · ", options));
            }
        };
    }

    private String number(Fact fact) {
        List<BigDecimal> picks = kit.picks().of(fact);
        if (picks.size() < 2) {
            return kit.plain("example-any");
        }
        String one = kit.values().number(fact, picks.get(picks.size() / 2));
        String low = kit.values().number(fact, picks.get(picks.size() - 2));
        String high = kit.values().number(fact, picks.getLast());
        return kit.plain("example-number", one, low + " to " + high);
    }
}
