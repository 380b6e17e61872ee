package dev.tunewise.conversation.card;

import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import java.util.List;

/**
 * Estimates how many questions are still to come: between the walk on which every open fact has its usual value, which counts double, and the
 * longest one, on which every fact that can still matter is asked.
 */
public record Progress(FlowContext kit) {
    public int answered(ConversationState state) {
        return (int) state.answers().all().keySet().stream()
                .filter(fact -> !kit.flow().isAsked(fact))
                .count();
    }

    /** About how many questions are left; at least those that are out, never more than the flow allows. None where the leaning says it. */
    public int remaining(ConversationState state, QuestionPlan agenda) {
        if (state.stopped() || agenda.standing() instanceof InterviewStatus.DeadEnd) {
            return 0;
        }
        int out = agenda.asking().size();
        if (agenda.decided()) {
            return out;
        }
        ThreadState.Leaning leaning = state.shown().leaning();
        if (leaning != null) {
            // Reopened after an answer a count would run backwards: how sure the leaning is says what is left.
            return state.shown().decided() != null
                    ? 0
                    : Math.max(out, leaning.now().remaining());
        }
        Answers answers = state.answers();
        Interview interview = kit.interview(state);
        int usual = usual(interview, answers);
        int most = Math.min(
                interview.open(answers).size(),
                kit.flow().maxQuestions() - answers.all().size());
        return Math.max(Math.max(out, 1), (2 * usual + Math.max(most, usual) + 1) / 3);
    }

    private int usual(Interview interview, Answers start) {
        Answers answers = start;
        for (int asked = 0; asked < kit.flow().maxQuestions(); asked++) {
            InterviewStatus standing = interview.standing(answers);
            if (standing.asks().isEmpty()) {
                return asked;
            }
            answers = answers.assuming(List.of(kit.fact(standing.asks().getFirst())));
        }
        return kit.flow().maxQuestions();
    }
}
