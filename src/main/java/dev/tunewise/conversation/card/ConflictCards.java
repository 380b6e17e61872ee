package dev.tunewise.conversation.card;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.wording.LabelShortener;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.forecast.Forecast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts about what was read, and about what the thread has to decide: several readings, two people who disagree, proposals. */
public record ConflictCards(FlowContext kit, QuestionCards cards) {
    /** So many proposals stand beside an answer; nobody came for them. */
    private static final int MOST_BESIDE = 2;

    /** What was read from a message and what follows from it, as chips; those that were changed since are left out. */
    public Post read(String key, ThreadState.Read read, ConversationState state) {
        List<Block.Chip> chips = new ArrayList<>();
        for (String fact : read.facts()) {
            RecordedAnswer held = state.mind().held().get(fact);
            if (held != null && held.entry() == read.entry()) {
                chips.add(chip(fact, held));
            }
        }
        if (chips.isEmpty()) {
            Text gone = kit.text("read-gone");
            return new Post(key, new Post.Thread(), List.of(new Block.Paragraph(gone)), gone.characters());
        }
        String facts = String.join(
                ", ",
                chips.stream().map(chip -> chip.label() + " " + chip.value()).toList());
        return new Post(
                key,
                new Post.Thread(),
                List.of(new Block.Paragraph(kit.text("read")), new Block.Chips(chips)),
                kit.plain("read-plain", facts));
    }

    private Block.Chip chip(String fact, RecordedAnswer held) {
        boolean implied = held.basis() == RecordedAnswer.Basis.IMPLIED;
        String from =
                String.join(", ", held.from().stream().map(kit.words()::label).toList());
        return new Block.Chip(
                fact,
                kit.label(fact),
                kit.shown(fact, held.value()),
                implied ? kit.plain("taken-from", from) : held.quote(),
                ConversationCommand.CHANGE.about(fact),
                (implied ? ConversationCommand.CHANGE : ConversationCommand.REMOVE).about(fact));
    }

    /** Something to decide, or what came of it. */
    public Post matter(String key, ThreadState.Matter matter, ConversationState state) {
        List<Block> blocks = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        List<String> proposed = new ArrayList<>();
        for (String fact : matter.facts()) {
            OpenConflict doubt = state.mind().doubts().get(fact);
            if (doubt == null || doubt.entry() != matter.entry()) {
                Text over = over(fact, matter);
                blocks.add(new Block.Paragraph(over));
                plain.add(over.characters());
                continue;
            }
            switch (doubt) {
                case OpenConflict.Readings readings -> readings(fact, readings, blocks, plain);
                case OpenConflict.Dispute dispute -> dispute(fact, dispute, state, blocks, plain);
                case OpenConflict.Proposal _ -> proposed.add(fact);
            }
        }
        if (!proposed.isEmpty()) {
            proposals(proposed, state, blocks, plain);
        }
        return new Post(key, new Post.Thread(), blocks, String.join(" ", plain));
    }

    private Text over(String fact, ThreadState.Matter matter) {
        RecordedAnswer held = matter.outcomes().get(fact);
        String label = kit.label(fact);
        return held == null ? kit.text("matter-over", label) : cards.line(label, fact, held);
    }

    private void readings(String fact, OpenConflict.Readings doubt, List<Block> blocks, List<String> plain) {
        String phrase = doubt.readings().size() == 1 ? "unclear-one" : "unclear";
        Text question = kit.text(phrase, doubt.quote(), kit.label(fact));
        List<Button> buttons = new ArrayList<>();
        for (Value reading : doubt.readings()) {
            buttons.add(settle(fact, reading, kit.shown(fact, reading)));
        }
        buttons.add(Button.quiet(kit.plain("button-other"), ConversationCommand.CHANGE.about(fact)));
        blocks.add(new Block.Paragraph(question));
        blocks.add(new Block.Buttons(buttons));
        plain.add(question.characters());
    }

    private void dispute(
            String fact, OpenConflict.Dispute doubt, ConversationState state, List<Block> blocks, List<String> plain) {
        RecordedAnswer held = state.mind().held().get(fact);
        if (held == null) {
            Text over = kit.text("matter-over", kit.label(fact));
            blocks.add(new Block.Paragraph(over));
            plain.add(over.characters());
            return;
        }
        String now = kit.shown(fact, held.value());
        String other = kit.shown(fact, doubt.value());
        Text question = kit.text(
                "dispute", kit.label(fact), held.by().name(), now, doubt.by().name(), other);
        blocks.add(new Block.Paragraph(question));
        blocks.add(new Block.Note(Block.Tone.INFO, kit.text("dispute-meanwhile", now)));
        blocks.add(new Block.Buttons(List.of(settle(fact, held.value(), now), settle(fact, doubt.value(), other))));
        plain.add(question.characters());
    }

    private void proposals(List<String> facts, ConversationState state, List<Block> blocks, List<String> plain) {
        boolean beside = cards.offers(state);
        List<String> first = beside ? mostWorth(facts, state) : facts;
        blocks.add(new Block.Note(Block.Tone.INFO, kit.text(beside ? "proposal-beside" : "proposal")));
        List<String> said = new ArrayList<>();
        blocks.addAll(proposed(first, state, said));
        List<String> rest = facts.stream().filter(fact -> !first.contains(fact)).toList();
        if (!rest.isEmpty()) {
            blocks.add(new Block.Details(kit.plain("proposal-more", rest.size()), proposed(rest, state, said)));
        }
        plain.add(kit.plain("proposal-plain", String.join(", ", said)));
    }

    /** Those of which an answer would tell most. */
    private List<String> mostWorth(List<String> facts, ConversationState state) {
        Optional<Forecast> forecast = kit.forecast(state);
        return facts.stream()
                .sorted(Comparator.comparingDouble(fact -> -forecast.flatMap(each -> each.question(fact))
                        .map(Forecast.OpenQuestion::worth)
                        .orElse(0.0)))
                .limit(MOST_BESIDE)
                .toList();
    }

    private List<Block> proposed(List<String> facts, ConversationState state, List<String> said) {
        List<Block.Pair> pairs = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        for (String fact : facts) {
            if (state.mind().doubts().get(fact) instanceof OpenConflict.Proposal proposal) {
                String label = kit.label(fact);
                String value = kit.shown(fact, proposal.value());
                pairs.add(new Block.Pair(label, Text.plain(value + " (“" + proposal.quote() + "”)")));
                if (proposal.value() instanceof Value.Choices(List<String> items) && items.size() > 1) {
                    items.forEach(item -> buttons.addAll(decide(fact, new Value.Choices(List.of(item)), item)));
                } else {
                    buttons.addAll(decide(fact, proposal.value(), ""));
                }
                said.add(label + " " + value);
            }
        }
        return List.of(new Block.Pairs(pairs), new Block.Buttons(buttons));
    }

    /** Yes and no to what is proposed for a fact, or to one item of a list. */
    private List<Button> decide(String fact, Value value, String item) {
        String label = kit.label(fact);
        String shown = kit.shown(fact, value);
        String no = item.isEmpty() ? label : shown;
        return List.of(
                Button.plain(
                        LabelShortener.button(kit.plain("button-confirm", label, shown)),
                        about(ConversationCommand.CONFIRM, fact, item)),
                Button.quiet(
                        LabelShortener.button(kit.plain("button-reject", no)),
                        about(ConversationCommand.REJECT, fact, item)));
    }

    private static Action.Command about(ConversationCommand command, String fact, String item) {
        return item.isEmpty()
                ? command.about(fact)
                : new Action.Command(command.id(), Map.of("fact", fact, "value", item));
    }

    private static Button settle(String fact, Value value, String label) {
        return Button.plain(
                LabelShortener.button(label),
                new Action.Command(
                        ConversationCommand.SETTLE.id(), Map.of("fact", fact, "value", ValueFormat.written(value))));
    }
}
