package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.state.AnswerState;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.ParameterOverride;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.OutcomeText;
import dev.tunewise.cost.parameter.CostParameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Takes back the last thing that changed anything, and tells what stands again. */
record UndoCommand(FlowContext kit) {
    private static final int MOST_LISTED = 6;

    void take(TurnBuilder work) {
        String begun = work.now().mind().reopened();
        if (begun != null) {
            work.change(new Change.Kept(begun));
            work.say(kit.text("undone"));
            return;
        }
        if (!work.now().canUndo()) {
            work.tell(kit.text("undo-nothing"));
            return;
        }
        AnswerState before = work.now().mind();
        work.change(new Change.Undone());
        AnswerState after = work.now().mind();
        List<Text> restored = new ArrayList<>();
        Set<String> facts = new LinkedHashSet<>(before.held().keySet());
        facts.addAll(after.held().keySet());
        facts.removeIf(kit.flow()::isAsked);
        for (String fact : facts) {
            RecordedAnswer now = after.held().get(fact);
            if (now == null) {
                restored.add(kit.text("undone-open", kit.label(fact)));
            } else if (!now.equals(before.held().get(fact))) {
                restored.add(kit.text("undone-fact", kit.label(fact), kit.shown(fact, now.value())));
            }
        }
        parameters(before, after, restored);
        restored.addAll(told(kit.wording(), before.followUp(), after.followUp()));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(kit.text("undone")));
        if (!restored.isEmpty()) {
            blocks.add(new Block.Bullets(restored.subList(0, Math.min(MOST_LISTED, restored.size()))));
        }
        work.say(blocks);
    }

    private void parameters(AnswerState before, AnswerState after, List<Text> restored) {
        Set<String> parameters = new LinkedHashSet<>(before.parameters().keySet());
        parameters.addAll(after.parameters().keySet());
        for (String parameter : parameters) {
            ParameterOverride now = after.parameters().get(parameter);
            if (now == null) {
                String usual =
                        kit.dials().find(parameter).map(CostParameter::usually).orElse("—");
                restored.add(kit.text("undone-fact", kit.dials().label(parameter), usual));
            } else if (!now.equals(before.parameters().get(parameter))) {
                restored.add(kit.text(
                        "undone-fact", kit.dials().label(parameter), kit.dials().shown(parameter, now.value())));
            }
        }
    }

    /** What stands again of what becomes of an answer: a sentence for each part that is another than before. */
    private static List<Text> told(Messages wording, FollowUp before, FollowUp after) {
        List<Text> told = new ArrayList<>();
        var owner = after.owner();
        if (!Objects.equals(before.owner(), owner)) {
            told.add(owner == null ? wording.text("owner-none") : wording.text("owner-set", owner.name()));
        }
        var review = after.review();
        if (!Objects.equals(before.review(), review)) {
            told.add(review == null ? wording.text("review-none") : wording.text("review-set", wording.day(review)));
        }
        if (!Objects.equals(before.revisited(), after.revisited())) {
            told.add(wording.text("undone-revisited"));
        }
        if (before.actedOn() != null && after.actedOn() == null) {
            told.add(wording.text("undone-acted-on"));
        }
        if (before.superseded() != null && after.superseded() == null) {
            told.add(wording.text("undone-superseded"));
        }
        var outcome = after.outcome();
        if (!Objects.equals(before.outcome(), outcome)) {
            told.add(
                    outcome == null
                            ? wording.text("undone-outcome")
                            : wording.text("outcome-noted", OutcomeText.outcome(wording, outcome)));
        }
        return told;
    }
}
