package dev.tunewise.flow.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.forecast.Forecaster;
import dev.tunewise.testing.ReadFlows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What is said of many teams at once is what their facts say one by one. */
class DrawnTeamsTest {
    private static final int TEAMS = 60;

    private final Flow flow = ReadFlows.fineTuning();
    private final TeamSampler sampler = new TeamSampler(flow, Forecaster.decisive(flow), TEAMS, 3);

    @Test
    void conditionsSayOfEachTeamWhatTheySayOfItsFacts() {
        Random random = new Random(5);
        for (int round = 0; round < 40; round++) {
            DrawnTeams teams = sampler.draw(someFacts(random));
            flow.rules().forEach(rule -> compare(rule, teams, teams::facts));
        }
    }

    @Test
    void whatFollowsFromFactsIsTestedLikeOne() {
        Function<Map<String, Object>, Object> last =
                facts -> "worse".equals(facts.get("tuning_tried")) ? "worse" : "other";
        DrawnTeams teams = sampler.draw(Map.of());
        teams.derive("last_tuning", List.of("tuning_tried"), last);
        flow.rules().stream()
                .filter(rule -> rule.when().facts().contains("last_tuning"))
                .forEach(rule -> compare(rule, teams, team -> {
                    Map<String, Object> facts = new HashMap<>(teams.facts(team));
                    facts.put("last_tuning", last.apply(facts));
                    return facts;
                }));
    }

    private static void compare(Rule rule, DrawnTeams teams, IntFunction<Map<String, Object>> facts) {
        ConditionOutcomes truth = teams.truth(rule.when());
        for (int team = 0; team < TEAMS; team++) {
            Tristate alone = rule.when().evaluate(facts.apply(team));
            String about = rule.id() + " of " + facts.apply(team);
            assertEquals(alone.holds(), truth.holds().get(team), about);
            assertEquals(alone.fails(), truth.fails().get(team), about);
        }
    }

    /** Some facts of a team, from none to nearly all. */
    private Map<String, Object> someFacts(Random random) {
        Map<String, Object> facts = sampler.draw(Map.of()).facts(random.nextInt(TEAMS));
        List<String> names = new ArrayList<>(facts.keySet());
        Collections.sort(names);
        Collections.shuffle(names, random);
        names.subList(0, random.nextInt(names.size())).forEach(facts::remove);
        return facts;
    }
}
