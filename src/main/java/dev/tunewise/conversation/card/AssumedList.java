package dev.tunewise.conversation.card;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.answer.DecisionCard;
import dev.tunewise.conversation.answer.DecisionCard.Assumed;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.flow.interview.Answers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that a summary rests on and nobody said, counted and named: what nobody knew, what was not asked, and figures of our own. */
public record AssumedList(FlowContext kit) {
    /** Why something is assumed; the key of the line that says so. */
    private enum Why {
        UNKNOWN("summary-unknown"),
        LATER("summary-later"),
        TAKEN("summary-taken"),
        UNASKED("summary-unasked"),
        OURS("summary-ours");

        private final String key;

        Why(String key) {
            this.key = key;
        }
    }

    /**
     * The list; nothing where nothing is assumed.
     *
     * @param costs whether figures may be shown; without them only names are
     */
    List<Block> of(ConversationState state, Optional<DecisionCard> card, boolean costs) {
        return of(card.map(DecisionCard::assumed).orElseGet(() -> held(state)), state, costs);
    }

    /** All of it, with what is said where nothing is decided or nothing assumed. */
    public List<Block> told(ConversationState state, Optional<DecisionCard> card, boolean decided) {
        List<Block> blocks = new ArrayList<>(whole(state, card));
        if (!decided) {
            List<Text> more = unsaid(state);
            blocks.addFirst(new Block.Paragraph(kit.text("assumed-not-yet")));
            if (!more.isEmpty()) {
                blocks.add(new Block.Bullets(more));
            }
        } else if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(kit.text("assumed-nothing")));
        }
        return blocks;
    }

    /** The list with its values, and with what was taken of facts that the answer did not need in the end. */
    private List<Block> whole(ConversationState state, Optional<DecisionCard> card) {
        List<Assumed> all = new ArrayList<>(card.map(DecisionCard::assumed).orElse(List.of()));
        for (Assumed each : held(state)) {
            RecordedAnswer taken = state.held().get(each.fact());
            if (taken != null && all.stream().noneMatch(known -> known.fact().equals(each.fact()))) {
                all.add(new Assumed(each.fact(), each.label(), kit.shown(each.fact(), taken.value())));
            }
        }
        return of(all, state, true);
    }

    /** What a leaning rests on before anything is decided: what was only proposed, and what is weighed by how usual it is. */
    private List<Text> unsaid(ConversationState state) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        Answers known = state.answers();
        state.understood().all().forEach((fact, given) -> {
            if (given.read() && !known.knows(fact)) {
                lines.computeIfAbsent("assumed-proposed", _ -> new ArrayList<>())
                        .add(kit.plain("card-assumed-one", kit.label(fact), kit.shown(fact, given.value())));
            }
        });
        kit.leaning(state)
                .ifPresent(forecast -> forecast.questions()
                        .forEach(open -> lines.computeIfAbsent("assumed-weighed", _ -> new ArrayList<>())
                                .add(kit.label(open.fact()))));
        return lines.entrySet().stream()
                .map(line -> kit.text(line.getKey(), String.join(" · ", line.getValue())))
                .toList();
    }

    private List<Block> of(List<Assumed> all, ConversationState state, boolean costs) {
        Map<Why, List<String>> names = new LinkedHashMap<>();
        for (Why why : Why.values()) {
            List<String> some = all.stream()
                    .filter(each -> why(each, state) == why && (costs || why != Why.OURS))
                    .map(each -> costs && !each.value().isEmpty()
                            ? kit.plain("card-assumed-one", each.label(), each.value())
                            : each.label())
                    .toList();
            if (!some.isEmpty()) {
                names.put(why, some);
            }
        }
        if (names.isEmpty()) {
            return List.of();
        }
        int count = names.values().stream().mapToInt(List::size).sum();
        List<Text> lines = new ArrayList<>();
        names.forEach((why, some) -> lines.add(kit.text(why.key, some.size(), String.join(" · ", some))));
        return List.of(new Block.Paragraph(kit.text("summary-assumed", count)), new Block.Bullets(lines));
    }

    /** While there is no answer, nothing is computed and so no value is told. */
    private List<Assumed> held(ConversationState state) {
        Answers known = state.answers();
        return state.held().entrySet().stream()
                .filter(each -> each.getValue().assumed() && known.knows(each.getKey()))
                .map(each -> new Assumed(each.getKey(), kit.label(each.getKey()), ""))
                .collect(Collectors.toList());
    }

    private static Why why(Assumed each, ConversationState state) {
        RecordedAnswer held = state.held().get(each.fact());
        if (each.fact().isEmpty()) {
            return Why.OURS;
        }
        return held == null
                ? Why.UNASKED
                : switch (held.basis()) {
                    case ASSUMED -> Why.UNKNOWN;
                    case SKIPPED -> Why.LATER;
                    case IMPLIED -> Why.TAKEN;
                    default -> Why.UNASKED;
                };
    }
}
