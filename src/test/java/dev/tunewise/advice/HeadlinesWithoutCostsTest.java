package dev.tunewise.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Unit;
import dev.tunewise.testing.ShippedMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every headline of the shipped flow that names money has words of its own for those who may see none. */
class HeadlinesWithoutCostsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

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
