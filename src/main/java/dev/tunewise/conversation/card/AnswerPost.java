package dev.tunewise.conversation.card;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.answer.DecisionCard;
import dev.tunewise.conversation.answer.RenderedAdvice;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.ThreadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The post with the whole answer; a later one stands further down, with a note of what it was before. */
public record AnswerPost(FlowContext kit) {
    /** The answer, with what it was before and with what had to be assumed for it in plain sight. */
    public Post post(String key, RenderedAdvice advice, ConversationState state) {
        List<Block> blocks = new ArrayList<>();
        String old = headlineBefore(key, state);
        if (!old.isEmpty() && !old.equals(advice.headline())) {
            blocks.add(new Block.Note(Block.Tone.INFO, kit.text("answer-changed-note", old)));
        }
        ThreadState.Leaning leaning = state.shown().leaning();
        if (state.mind().hurried() && leaning != null && !LeaningText.standsOut(leaning.now())) {
            String first = kit.words().question(kit.fact(leaning.now().decides().getFirst()));
            blocks.add(new Block.Note(
                    Block.Tone.WARNING,
                    leads(leaning, state)
                            ? kit.text("answer-guess", leaning.now().probability(), first)
                            : kit.text("answer-guess-kept", first)));
        }
        state.doubts().forEach((fact, doubt) -> {
            // The result of the opening post is folded below its answer.
            if (doubt.entry() > 0) {
                blocks.add(new Block.Note(Block.Tone.WARNING, kit.text("status-doubt", kit.label(fact))));
            }
        });
        blocks.addAll(new DecisionCardRows(kit).within(advice.blocks(), advice.card(), state));
        List<Block.Chip> telling = presumed(state, advice, true);
        List<Block.Chip> idle = presumed(state, advice, false);
        add(state.mind().hurried() ? "presumed-hurried" : "presumed-matters", telling, blocks);
        add("presumed", idle, blocks);
        boolean presumed = !telling.isEmpty() || !idle.isEmpty();
        blocks.add(new Block.Buttons(buttons(presumed && state.mind().hurried())));
        return new Post(key, new Post.Thread(), blocks, advice.headline());
    }

    /** Whether the step that stands is the likeliest one by what was said, and not one that was guessed before more was said. */
    private boolean leads(ThreadState.Leaning leaning, ConversationState state) {
        ThreadState.Said said = state.shown().said();
        return said != null
                && kit.flow().rules().stream()
                        .anyMatch(rule -> rule.id().equals(said.rule())
                                && rule.lever().equals(leaning.now().lever()));
    }

    /** The sentence of the answer that stood before this one; empty when this is the first. */
    private static String headlineBefore(String key, ConversationState state) {
        String before = "";
        for (Map.Entry<String, ThreadState.Item> item : state.shown().items().entrySet()) {
            if (item.getKey().equals(key)) {
                return before;
            }
            before = item.getValue() instanceof ThreadState.Given given ? given.headline() : before;
        }
        return before;
    }

    private void add(String note, List<Block.Chip> chips, List<Block> blocks) {
        if (!chips.isEmpty()) {
            blocks.add(new Block.Note(Block.Tone.WARNING, kit.text(note)));
            blocks.add(new Block.Chips(chips));
        }
    }

    /** What was not asked, at the value that was calculated with; what another value of would change the answer, or the rest. */
    private List<Block.Chip> presumed(ConversationState state, RenderedAdvice advice, boolean telling) {
        List<Block.Chip> chips = new ArrayList<>();
        state.held().forEach((fact, held) -> {
            if (held.basis() == RecordedAnswer.Basis.PRESUMED && matters(fact, advice) == telling) {
                chips.add(new Block.Chip(
                        fact,
                        kit.label(fact),
                        advice.card()
                                .assumed(fact)
                                .map(DecisionCard.Assumed::value)
                                .orElseGet(() -> kit.shown(fact, held.value())),
                        "",
                        ConversationCommand.CHANGE.about(fact),
                        ConversationCommand.CHANGE.about(fact)));
            }
        });
        return chips;
    }

    private static boolean matters(String fact, RenderedAdvice advice) {
        return advice.card().assumed(fact).isPresent() && advice.outlook().matters(fact);
    }

    private List<Button> buttons(boolean presumed) {
        List<Button> buttons = new ArrayList<>(List.of(
                Button.plain(kit.plain("button-what-if"), ConversationCommand.WHAT_IF.action()),
                Button.plain(kit.plain("flips"), ConversationCommand.WHAT_CHANGES.action()),
                Button.plain(kit.plain("button-explain"), ConversationCommand.EXPLAIN.action()),
                Button.plain(kit.plain("button-export"), ConversationCommand.EXPORT.action()),
                Button.plain(kit.plain("button-summary"), ConversationCommand.SUMMARY.action()),
                Button.quiet(kit.plain("button-restart"), ConversationCommand.RESTART.action())));
        if (presumed) {
            buttons.addFirst(Button.plain(kit.plain("button-sharpen"), ConversationCommand.SHARPEN.action()));
        }
        return buttons;
    }

    /** What stands in its place once it is over: something is open again, or another answer came further down. */
    public Post over(String key, ThreadState.Given given, ConversationState state) {
        boolean open = state.shown().said() == null && key.equals(state.shown().lastAnswer());
        Block.Tone tone = open ? Block.Tone.WARNING : Block.Tone.INFO;
        var note = kit.text(open ? "answer-withdrawn" : "answer-over", given.headline());
        return new Post(key, new Post.Thread(), List.of(new Block.Note(tone, note)), note.characters());
    }
}
