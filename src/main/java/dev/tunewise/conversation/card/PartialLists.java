package dev.tunewise.conversation.card;

import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.util.List;
import java.util.Optional;

/** Lists that somebody said in passing: what is in them is known, the rest was not asked yet. */
public record PartialLists(FlowContext kit) {
    /** The fact whose list has to be asked, since the answer would rest on what is not in it; each is asked once. */
    public Optional<String> toAsk(ConversationState state) {
        Interview interview = kit.interview(state);
        Answers answers = state.answers();
        if (state.mind().hurried()
                || state.reopened().isPresent()
                || !(interview.standing(answers) instanceof InterviewStatus.Decided(Rule rule, var _, var _))) {
            return Optional.empty();
        }
        return kit.flow().expectations().checklists().stream()
                .filter(fact -> isRead(state, fact) && cards(state, fact) == 0)
                .filter(fact -> !same(rule, interview.standing(answers.with(fact, all(fact)))))
                .findFirst();
    }

    /** Says whether an answer waits for the rest of a list. */
    public boolean waits(ConversationState state) {
        return state.concluded().isEmpty()
                && state.reopened()
                        .filter(kit.flow().expectations().checklists()::contains)
                        .filter(fact -> isRead(state, fact) && cards(state, fact) <= 1)
                        .isPresent();
    }

    /** Says whether what is asked is the rest of a list: an answer in words then adds to it. */
    public boolean isAskedForMore(ConversationState state, String fact) {
        return kit.flow().expectations().checklists().contains(fact) && isRead(state, fact) && cards(state, fact) == 1;
    }

    private static boolean isRead(ConversationState state, String fact) {
        RecordedAnswer held = state.mind().held().get(fact);
        return held != null && !held.assumed() && !held.quote().isEmpty();
    }

    private static long cards(ConversationState state, String fact) {
        return state.shown().items().values().stream()
                .filter(item -> item instanceof ThreadState.Card(List<String> facts, var _) && facts.contains(fact))
                .count();
    }

    private SourcedAnswer all(String fact) {
        return SourcedAnswer.of(
                new Value.Choices(kit.flow().fact(fact).map(Fact::choices).orElse(List.of())));
    }

    private static boolean same(Rule rule, InterviewStatus other) {
        return other instanceof InterviewStatus.Decided(Rule decided, var _, var _)
                && decided.verdict().equals(rule.verdict())
                && decided.lever().equals(rule.lever());
    }
}
