package dev.tunewise.conversation.scenario;

import dev.tunewise.conversation.answer.AdvicePort;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One side of a what-if: where the consultation stands with some answers and cost parameters.
 *
 * @param asks facts that are still asked, in order
 * @param leading the rule that would decide if nobody knew the rest, so that the defaults stood in
 * @param bill what today costs, while nothing is decided; empty where nothing is compared
 */
public record Scenario(
        Optional<AdvicePort.Counselled> advice,
        List<String> asks,
        List<Rule> possible,
        Optional<Rule> leading,
        String bill) {
    public static Scenario of(FlowContext kit, Answers answers, Map<String, BigDecimal> parameters) {
        Interview interview = kit.counsel().interview(parameters);
        InterviewStatus standing = interview.standing(answers);
        boolean decided = standing.isTold(kit.flow());
        return new Scenario(
                decided ? Optional.of(kit.counsel().advise(answers, parameters)) : Optional.empty(),
                decided ? List.of() : interview.open(answers),
                interview.possible(answers),
                leading(kit.flow(), interview, answers),
                decided ? "" : kit.counsel().bill(answers, parameters));
    }

    private static Optional<Rule> leading(Flow flow, Interview interview, Answers answers) {
        Answers assumed = answers;
        // every round assumes at least one fact, so this ends
        for (int round = 0; round <= flow.facts().size(); round++) {
            switch (interview.standing(assumed)) {
                case InterviewStatus.Decided(Rule rule, var _, var _) -> {
                    return Optional.of(rule);
                }
                case InterviewStatus.DeadEnd _ -> {
                    return Optional.empty();
                }
                case InterviewStatus.Open(Rule _, List<String> needs, var _) -> {
                    for (String fact : needs) {
                        assumed = assumed.with(
                                fact,
                                new SourcedAnswer(flow.fact(fact).orElseThrow().assume(), true, null));
                    }
                }
            }
        }
        return Optional.empty();
    }

    public boolean decided() {
        return advice.isPresent();
    }

    public String headline() {
        return advice.map(AdvicePort.Counselled::headline).orElse("");
    }
}
