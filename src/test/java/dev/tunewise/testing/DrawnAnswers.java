package dev.tunewise.testing;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.forecast.Forecaster;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.flow.prior.DrawnTeams;
import dev.tunewise.flow.prior.TeamSampler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** The answers of teams drawn from a flow's priors; some of them do not know some things. */
public final class DrawnAnswers {
    private DrawnAnswers() {}

    /** So many teams; the same seed draws the same ones. */
    public static List<Answers> of(Flow flow, int teams, long seed) {
        Random random = new Random(seed);
        DrawnTeams drawn = new TeamSampler(flow, Forecaster.decisive(flow), teams, seed).draw(Map.of());
        return IntStream.range(0, teams)
                .mapToObj(team -> answers(flow, drawn.facts(team), random))
                .toList();
    }

    private static Answers answers(Flow flow, Map<String, Object> team, Random random) {
        Map<String, Value> said = new LinkedHashMap<>();
        for (Fact fact : flow.facts()) {
            Object raw = team.get(fact.id());
            if (raw != null) {
                said.put(fact.id(), Value.of(raw));
            }
        }
        Answers answers = Answers.of(said);
        for (String fact : List.of("error_cost", "calls_per_day", "quality_now", "quality_target")) {
            if (random.nextInt(4) == 0) {
                answers = answers.with(
                        fact, new SourcedAnswer(flow.fact(fact).orElseThrow().assume(), true, null));
            }
        }
        return answers;
    }
}
