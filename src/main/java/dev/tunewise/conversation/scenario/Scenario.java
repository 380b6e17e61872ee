package dev.tunewise.conversation.scenario;

import dev.tunewise.conversation.answer.GivenCase;
import dev.tunewise.conversation.answer.RenderedAdvice;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.figure.FigureAnswers;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import java.util.List;
import java.util.Optional;

/**
 * One side of a what-if: where the consultation stands with some answers and cost parameters.
 *
 * @param asks facts that are still asked, in order
 * @param leading the rule that would decide if nobody knew the rest, so that the defaults stood in
 * @param bill what today costs, while nothing is decided; empty where nothing is compared
 */
public record Scenario(
        Optional<RenderedAdvice> advice, List<String> asks, List<Rule> possible, Optional<Rule> leading, String bill) {

    /** A side. `hurried`: whether an answer is wanted at once, so that what is still asked is taken as nobody knowing it. */
    public static Scenario of(FlowContext kit, GivenCase given, boolean hurried) {
        Interview interview = kit.counsel().interview(given.parameters());
        Answers answers = given.answers();
        InterviewStatus standing = interview.standing(answers);
        Answers full = assumed(kit.flow(), interview, answers);
        InterviewStatus assumed = interview.standing(full);
        boolean decided = (hurried ? assumed : standing).isTold(kit.flow());
        return new Scenario(
                decided
                        ? Optional.of(kit.counsel().advise(hurried ? new GivenCase(full, given.parameters()) : given))
                        : Optional.empty(),
                standing.isTold(kit.flow()) ? List.of() : interview.open(answers),
                interview.possible(answers),
                assumed instanceof InterviewStatus.Decided(Rule rule, var _, var _)
                        ? Optional.of(rule)
                        : Optional.empty(),
                decided
                        ? ""
                        : kit.counsel().figures(given).map(FigureAnswers::bill).orElse(""));
    }

    /** The answers with what is still asked as nobody knowing it. */
    private static Answers assumed(Flow flow, Interview interview, Answers answers) {
        Answers assumed = answers;
        // every round assumes at least one fact
        for (int round = 0; round <= flow.facts().size(); round++) {
            assumed = assumed.assuming(interview.standing(assumed).asks().stream()
                    .map(fact -> flow.fact(fact).orElseThrow())
                    .toList());
        }
        return assumed;
    }

    public boolean decided() {
        return advice.isPresent();
    }

    public String headline() {
        return advice.map(RenderedAdvice::headline).orElse("");
    }
}
