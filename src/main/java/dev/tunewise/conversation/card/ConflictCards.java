package dev.tunewise.conversation.card;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.number.CurrencyWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Posts about what was read, and about what the thread has to decide: several readings, two people who disagree, proposals. */
public record ConflictCards(FlowContext kit, QuestionCards cards) {
    private static final int LONGEST_QUOTE = 70;

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
        List<Block> shown = beside(read.entry(), state)
                ? List.of(new Block.Details(kit.plain("read-folded"), List.of(new Block.Chips(chips))))
                : List.of(new Block.Paragraph(kit.text("read")), new Block.Chips(chips));
        return new Post(key, new Post.Thread(), shown, kit.plain("read-plain", facts));
    }

    /** Whether it came of a post whose question is answered above: nobody came for what else was read in that. */
    private boolean beside(long entry, ConversationState state) {
        return entry == 0 && (state.title().contains("?") || cards.answered(state));
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

    /** Something to decide, or the result. */
    public Post matter(String key, ThreadState.Matter matter, ConversationState state) {
        List<Block> blocks = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        List<String> proposed = new ArrayList<>();
        for (String fact : matter.put()) {
            OpenConflict doubt = state.mind().doubts().get(fact);
            if (doubt == null || doubt.entry() != matter.entry()) {
                Text over = doubt == null ? over(fact, matter) : kit.text("card-again", kit.label(fact));
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
        boolean unclear =
                matter.facts().stream().anyMatch(fact -> state.doubts().get(fact) instanceof OpenConflict.Readings);
        boolean folds = (unclear || !proposed.isEmpty()) && beside(matter.entry(), state);
        String title = unclear ? String.join(" ", plain) : kit.plain("proposal-fold");
        List<Block> shown = folds ? List.of(new Block.Details(title, blocks)) : blocks;
        return new Post(key, new Post.Thread(), shown, String.join(" ", plain));
    }

    private Text over(String fact, ThreadState.Matter matter) {
        RecordedAnswer held = matter.outcomes().get(fact);
        String label = kit.label(fact);
        return held == null ? kit.text("matter-over", label) : cards.line(label, fact, held);
    }

    private void readings(String fact, OpenConflict.Readings doubt, List<Block> blocks, List<String> plain) {
        Text question = question(fact, doubt);
        List<Button> buttons = new ArrayList<>();
        for (Value reading : doubt.readings()) {
            buttons.add(settle(fact, reading, kit.shown(fact, reading)));
        }
        buttons.add(Button.quiet(kit.plain("button-other"), ConversationCommand.CHANGE.about(fact)));
        blocks.add(new Block.Paragraph(question));
        blocks.add(new Block.Buttons(buttons));
        plain.add(question.characters());
    }

    private Text question(String fact, OpenConflict.Readings doubt) {
        Unit unit = kit.fact(fact).unit();
        Optional<String> currency =
                unit != null && unit.isMoney() ? CurrencyWords.other(doubt.quote()) : Optional.empty();
        if (currency.isPresent()) {
            String rate = String.valueOf(CurrencyWords.dollars(currency.get()));
            return kit.text(
                    "unclear-currency", doubt.quote(), kit.label(fact), currency.get(), rate, CurrencyWords.DAY);
        }
        return kit.text(doubt.readings().size() == 1 ? "unclear-one" : "unclear", doubt.quote(), kit.label(fact));
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

    /** In a line what was taken for said, with one yes to all of it and a way to correct each. */
    private void proposals(List<String> facts, ConversationState state, List<Block> blocks, List<String> plain) {
        List<String> items = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        buttons.add(
                Button.plain(kit.plain("button-confirm"), ConversationCommand.CONFIRM.about(String.join(",", facts))));
        for (String fact : facts) {
            if (state.mind().doubts().get(fact) instanceof OpenConflict.Proposal proposal) {
                String label = kit.label(fact).toLowerCase(Locale.ROOT);
                items.add(kit.plain(
                        "proposal-item",
                        Truncate.atWord(proposal.quote().replaceFirst("[;,:]+$", ""), LONGEST_QUOTE),
                        label,
                        kit.shown(fact, proposal.value())));
                buttons.add(Button.quiet(
                        Truncate.button(kit.plain("button-change-fact", label)),
                        ConversationCommand.CHANGE.about(fact)));
            }
        }
        Text line = kit.text(items.size() == 1 ? "proposal-one" : "proposal-several", String.join("; ", items));
        blocks.add(new Block.Paragraph(line));
        blocks.add(new Block.Buttons(buttons));
        plain.add(line.characters());
    }

    private static Button settle(String fact, Value value, String label) {
        return Button.plain(
                Truncate.button(label),
                new Action.Command(
                        ConversationCommand.SETTLE.id(), Map.of("fact", fact, "value", ValueFormat.written(value))));
    }
}
