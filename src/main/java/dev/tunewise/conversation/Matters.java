package dev.tunewise.conversation;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Posts about what was read, and about what the thread has to decide: several readings, two people who disagree, proposals. */
final class Matters {
    private final Kit kit;
    private final Cards cards;

    Matters(Kit kit, Cards cards) {
        this.kit = kit;
        this.cards = cards;
    }

    /** What was read from a message, as chips; those that were changed since are left out. */
    Post read(String key, Shown.Read read, State state) {
        List<Block.Chip> chips = new ArrayList<>();
        String author = "";
        for (String fact : read.facts()) {
            Held held = state.mind().held().get(fact);
            if (held != null && held.entry() == read.entry()) {
                chips.add(chip(fact, held));
                author = held.by().name();
            }
        }
        if (chips.isEmpty()) {
            Text gone = kit.wording().text(Phrase.READ_GONE);
            return new Post(key, new Post.Thread(), List.of(new Block.Paragraph(gone)), gone.characters());
        }
        String facts = String.join(
                ", ",
                chips.stream().map(chip -> chip.label() + " " + chip.value()).toList());
        return new Post(
                key,
                new Post.Thread(),
                List.of(new Block.Paragraph(kit.wording().text(Phrase.READ, author)), new Block.Chips(chips)),
                kit.wording().plain(Phrase.READ_PLAIN, facts));
    }

    private Block.Chip chip(String fact, Held held) {
        return new Block.Chip(
                fact,
                kit.words().label(fact),
                kit.shown(fact, held.value()),
                held.quote(),
                Verb.CHANGE.about(fact),
                Verb.REMOVE.about(fact));
    }

    /** Something to decide, or what came of it. */
    Post matter(String key, Shown.Matter matter, State state) {
        List<Block> blocks = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        List<String> proposed = new ArrayList<>();
        for (String fact : matter.facts()) {
            Doubt doubt = state.mind().doubts().get(fact);
            if (doubt == null || doubt.entry() != matter.entry()) {
                Text over = over(fact, matter);
                blocks.add(new Block.Paragraph(over));
                plain.add(over.characters());
                continue;
            }
            switch (doubt) {
                case Doubt.Readings readings -> readings(fact, readings, blocks, plain);
                case Doubt.Dispute dispute -> dispute(fact, dispute, state, blocks, plain);
                case Doubt.Proposal _ -> proposed.add(fact);
            }
        }
        if (!proposed.isEmpty()) {
            proposals(proposed, state, blocks, plain);
        }
        return new Post(key, new Post.Thread(), blocks, String.join(" ", plain));
    }

    private Text over(String fact, Shown.Matter matter) {
        Held held = matter.outcomes().get(fact);
        String label = kit.words().label(fact);
        return held == null ? kit.wording().text(Phrase.MATTER_OVER, label) : cards.line(label, fact, held);
    }

    private void readings(String fact, Doubt.Readings doubt, List<Block> blocks, List<String> plain) {
        Phrase phrase = doubt.readings().size() == 1 ? Phrase.UNCLEAR_ONE : Phrase.UNCLEAR;
        Text question = kit.wording().text(phrase, doubt.quote(), kit.words().label(fact));
        List<Button> buttons = new ArrayList<>();
        for (Value reading : doubt.readings()) {
            buttons.add(settle(fact, reading, kit.shown(fact, reading)));
        }
        buttons.add(Button.quiet(kit.wording().plain(Phrase.BUTTON_OTHER), Verb.CHANGE.about(fact)));
        blocks.add(new Block.Paragraph(question));
        blocks.add(new Block.Buttons(buttons));
        plain.add(question.characters());
    }

    private void dispute(String fact, Doubt.Dispute doubt, State state, List<Block> blocks, List<String> plain) {
        Held held = state.mind().held().get(fact);
        if (held == null) {
            Text over = kit.wording().text(Phrase.MATTER_OVER, kit.words().label(fact));
            blocks.add(new Block.Paragraph(over));
            plain.add(over.characters());
            return;
        }
        String now = kit.shown(fact, held.value());
        String other = kit.shown(fact, doubt.value());
        Text question = kit.wording()
                .text(
                        Phrase.DISPUTE,
                        kit.words().label(fact),
                        held.by().name(),
                        now,
                        doubt.by().name(),
                        other);
        blocks.add(new Block.Paragraph(question));
        blocks.add(new Block.Note(Block.Tone.INFO, kit.wording().text(Phrase.DISPUTE_MEANWHILE, now)));
        blocks.add(new Block.Buttons(List.of(settle(fact, held.value(), now), settle(fact, doubt.value(), other))));
        plain.add(question.characters());
    }

    private void proposals(List<String> facts, State state, List<Block> blocks, List<String> plain) {
        List<Block.Pair> pairs = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (String fact : facts) {
            if (state.mind().doubts().get(fact) instanceof Doubt.Proposal proposal) {
                String label = kit.words().label(fact);
                String value = kit.shown(fact, proposal.value());
                pairs.add(new Block.Pair(label, Text.plain(value + " (“" + proposal.quote() + "”)")));
                buttons.add(Button.plain(
                        Labels.button(kit.wording().plain(Phrase.BUTTON_CONFIRM, label, value)),
                        Verb.CONFIRM.about(fact)));
                buttons.add(Button.quiet(
                        Labels.button(kit.wording().plain(Phrase.BUTTON_REJECT, label)), Verb.REJECT.about(fact)));
                said.add(label + " " + value);
            }
        }
        blocks.add(new Block.Note(Block.Tone.INFO, kit.wording().text(Phrase.PROPOSAL)));
        blocks.add(new Block.Pairs(pairs));
        blocks.add(new Block.Buttons(buttons));
        plain.add(kit.wording().plain(Phrase.PROPOSAL_PLAIN, String.join(", ", said)));
    }

    private static Button settle(String fact, Value value, String label) {
        return Button.plain(
                Labels.button(label),
                new Action.Command(Verb.SETTLE.id(), Map.of("fact", fact, "value", Values.written(value))));
    }
}
