package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.card.AnswerLeads;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.interview.InterviewStatus;
import java.util.ArrayList;
import java.util.List;

/** Says why a question is asked: its reason, and where each answer most likely leads or, in a flow that leans nowhere, the rule that needs it. */
record WhyCommand(FlowContext kit, QuestionPlan.Planner planner) {
    void why(TurnBuilder work, List<String> facts) {
        ConversationState state = work.now();
        List<String> asked = facts.isEmpty() ? planner.agenda(state).asking() : facts;
        if (asked.isEmpty()) {
            work.say(kit.text("why-nothing-open"));
            return;
        }
        List<Block> blocks = new ArrayList<>();
        for (String id : asked) {
            Fact fact = kit.fact(id);
            String why = kit.words().why(fact);
            Text reason = kit.text("why", kit.words().question(fact), why.isEmpty() ? kit.plain("why-no-reason") : why);
            blocks.add(new Block.Paragraph(reason));
        }
        List<String> leads = kit.counsel()
                .forecast(kit.theCase(state).without(asked.getFirst()))
                .map(forecast -> new AnswerLeads(kit).lines(kit.fact(asked.getFirst()), forecast))
                .orElse(List.of());
        if (!leads.isEmpty()) {
            blocks.add(new Block.Bullets(leads.stream().map(Text::plain).toList()));
            work.say(blocks);
            return;
        }
        InterviewStatus standing = kit.interview(state).standing(state.answers().without(asked.getFirst()));
        if (standing.asks().contains(asked.getFirst())) {
            blocks.add(new Block.Paragraph(needed(standing)));
        }
        work.say(blocks);
    }

    private Text needed(InterviewStatus standing) {
        return switch (standing) {
            case InterviewStatus.Open(var focus, var _, var _) ->
                kit.text("why-rule", kit.words().direction(focus));
            case InterviewStatus.Decided _, InterviewStatus.DeadEnd _ -> kit.text("why-gate");
        };
    }
}
