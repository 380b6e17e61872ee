package dev.tunewise.conversation.card;

import dev.tunewise.flow.Expectations.Prior;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.forecast.Forecast;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says where each answer to a question would most likely lead, answers that lead to the same taken together. */
public record AnswerLeads(FlowContext kit) {
    /** One line for each direction; empty where the forecast does not hang on the fact, or all answers lead the same way. */
    public List<String> lines(Fact fact, Forecast forecast) {
        Map<String, List<Forecast.Lead>> byDirection = new LinkedHashMap<>();
        forecast.question(fact.id())
                .map(Forecast.OpenQuestion::leads)
                .orElse(List.of())
                .forEach(lead -> byDirection
                        .computeIfAbsent(kit.words().direction(lead.rule()), _ -> new ArrayList<>())
                        .add(lead));
        List<String> lines = new ArrayList<>();
        byDirection.forEach((direction, leads) -> lines.add(kit.plain(
                "why-outcome",
                String.join(
                        ", ",
                        leads.stream()
                                .filter(lead -> !followsFromPart(lead, leads))
                                .map(lead -> shown(fact, lead.answer()))
                                .toList()),
                kit.plain("why-lead", direction, percent(leads)))));
        return lines;
    }

    /** Whether one of several values leads the same way alone, so that the others beside it need no telling. */
    private static boolean followsFromPart(Forecast.Lead lead, List<Forecast.Lead> same) {
        return lead.answer().low() instanceof Collection<?> all
                && all.size() > 1
                && same.stream()
                        .anyMatch(other -> other.answer().low() instanceof Collection<?> one
                                && one.size() == 1
                                && all.containsAll(one));
    }

    /** How likely the direction is after such an answer, on average. */
    private static long percent(List<Forecast.Lead> leads) {
        double mean =
                leads.stream().mapToDouble(Forecast.Lead::probability).average().orElse(0);
        return Math.clamp(Math.round(100 * mean), 1, 100);
    }

    private String shown(Fact fact, Prior.Span answer) {
        return answer.low() instanceof Double low && answer.high() instanceof Double high && low < high
                ? kit.values().number(fact, BigDecimal.valueOf(low)).split(" ")[0] + "–"
                        + kit.values().number(fact, BigDecimal.valueOf(high))
                : answer.low() instanceof Collection<?> several && !several.isEmpty()
                        ? several.stream()
                                .map(one -> kit.values().shown(fact, Value.of(List.of(one))))
                                .collect(Collectors.joining(" + "))
                        : kit.values().shown(fact, Value.of(answer.low()));
    }
}
