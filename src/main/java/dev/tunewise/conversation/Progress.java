package dev.tunewise.conversation;

import dev.tunewise.condition.Truth;
import dev.tunewise.flow.Answers;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Given;
import dev.tunewise.flow.Interview;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Standing;
import dev.tunewise.flow.Value;

/**
 * Estimates how many questions are still to come: between the walk on which nobody knows anything more and the one on which every rule is
 * passed by, which is the longest that is likely.
 */
final class Progress {
    private final Kit kit;

    Progress(Kit kit) {
        this.kit = kit;
    }

    /** About how many questions are left; at least one while a question is open, never more than the flow allows. */
    int remaining(State state, Agenda agenda) {
        if (state.stopped() || agenda.standing() instanceof Standing.DeadEnd) {
            return 0;
        }
        int open = Math.max(agenda.asking().size(), state.reopened().isPresent() ? 1 : 0);
        if (agenda.decided()) {
            return open;
        }
        int plain = walk(kit.interview(state), state.answers(), false);
        int passing = walk(kit.interview(state), state.answers(), true);
        return Math.max(Math.max(open, 1), (plain + passing + 1) / 2);
    }

    private int walk(Interview interview, Answers start, boolean passBy) {
        Answers answers = start;
        for (int asked = 0; asked < kit.flow().maxQuestions(); asked++) {
            Standing standing = interview.standing(answers);
            if (standing.asks().isEmpty()) {
                return asked;
            }
            Fact fact = kit.fact(standing.asks().getFirst());
            Value value = passBy && standing instanceof Standing.Open open
                    ? passing(fact, open.focus(), answers, interview)
                    : fact.assume();
            answers = answers.with(fact.id(), new Given(value, true, null));
        }
        return kit.flow().maxQuestions();
    }

    /** A value with which the rule does not hold, where the fact alone can do that; else one that leaves it open. */
    private Value passing(Fact fact, Rule rule, Answers answers, Interview interview) {
        Value open = fact.assume();
        for (Value value : Outcomes.of(fact, kit.picks())) {
            Truth truth = interview.evaluate(rule.when(), answers.with(fact.id(), Given.of(value)));
            if (truth.fails()) {
                return value;
            }
            if (!truth.holds()) {
                open = value;
            }
        }
        return open;
    }
}
