package dev.tunewise.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tunewise.advice.evaluation.FlowTexts;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.costing.CatalogueCosting;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.forecast.Forecaster;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.prior.DrawnTeams;
import dev.tunewise.flow.prior.TeamSampler;
import dev.tunewise.money.AmountMention;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.testing.ShippedMachine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every headline of the shipped flow that names money has words of its own for those who may see none. */
class HeadlinesWithoutCostsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

    private static final int TEAMS = 150;

    private final Flow flow = ShippedMachine.flow();

    @Test
    void eachHasWordsWithoutAmounts() {
        List<String> missing = new ArrayList<>();
        for (Rule rule : flow.rules()) {
            String key = "rules." + rule.id();
            check(key + ".headline", key + ".headline_without_costs", missing);
            check(key + ".unknown", key + ".unknown", missing);
            rule.headlines()
                    .forEach(each -> check(
                            key + ".headlines." + each.id(), key + ".headlines_without_costs." + each.id(), missing));
        }
        assertEquals(List.of(), missing);
    }

    /** As it is told of teams drawn from the priors, and never by falling back to verdict and lever for want of words. */
    @Test
    void nothingToldOfDrawnTeamsNamesAnAmountAndEachHasItsOwnWords() {
        CatalogueCosting costing = new CatalogueCosting(PriceFiles.shipped(), () -> LocalDate.of(2026, 11, 20));
        Adviser adviser = new Adviser(flow, costing.figures(Map.of()).rough(100));
        FlowTexts words = new FlowTexts(flow);
        DrawnTeams teams = new TeamSampler(flow, Forecaster.decisive(flow), TEAMS, 3).draw(Map.of());
        Set<String> naming = new TreeSet<>();
        for (int team = 0; team < TEAMS; team++) {
            Map<String, Value> facts = new HashMap<>();
            teams.facts(team).forEach((fact, raw) -> facts.put(fact, Value.of(raw)));
            Decision decision = adviser.advise(Answers.of(facts)).decision().orElse(null);
            if (decision != null && AmountMention.in(decision.headline())) {
                String told = decision.withoutCosts();
                naming.add(decision.rule());
                assertFalse(AmountMention.in(told), told);
                assertFalse(told.isBlank() || told.equals(words.direction(flow.rule(decision.rule()))), told);
            }
        }
        assertFalse(naming.isEmpty(), "some headlines named money");
    }

    private void check(String key, String other, List<String> missing) {
        String told = flow.texts().find(other).or(() -> flow.texts().find(key)).orElse("");
        if (namesMoney(told)) {
            missing.add(key);
        }
    }

    private boolean namesMoney(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> group(found)).anyMatch(this::isMoney);
    }

    private static String group(MatchResult found) {
        return found.group(1);
    }

    /** A figure of money, or a choice in whose words one stands. */
    private boolean isMoney(String id) {
        Unit unit = Stream.concat(
                        flow.fact(id).map(fact -> fact.unit()).stream(), flow.figure(id).map(Figure::unit).stream())
                .findFirst()
                .orElse(null);
        boolean own = unit != null && (unit.kind() == Unit.Kind.MONEY || unit.kind() == Unit.Kind.MONEY_PER_THOUSAND);
        return own
                || flow.figure(id).stream()
                        .flatMap(figure -> figure.choices().stream())
                        .flatMap(choice -> flow.texts().find("figures." + id + ".choices." + choice).stream())
                        .anyMatch(this::namesMoney);
    }
}
