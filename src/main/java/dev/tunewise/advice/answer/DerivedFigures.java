package dev.tunewise.advice.answer;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Guidance;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Figures that are worked out from what is known of a case, each by the first way that it allows: the calls of a month, what they cost. */
record DerivedFigures(Guidance guidance) {
    boolean has(String figure) {
        return guidance.derived().stream().anyMatch(each -> each.figure().equals(figure));
    }

    /** What is known, with all that can be worked out from it. */
    Map<String, Object> with(Map<String, Object> known) {
        Map<String, Object> all = new HashMap<>(known);
        for (Guidance.Derived each : guidance.derived()) {
            way(each, all)
                    .flatMap(way -> value(way.sum(), all))
                    .ifPresent(value -> all.putIfAbsent(each.figure(), value));
        }
        return all;
    }

    /** A text with `{figure.how}` replaced by how the figure was worked out; what is unknown stays as it is, and so keeps the text from being told. */
    String ways(String text, Map<String, Object> known) {
        String told = text;
        for (Guidance.Derived each : guidance.derived().reversed()) {
            String slot = "{" + each.figure() + ".how}";
            if (told.contains(slot)) {
                told = told.replace(
                        slot, way(each, known).map(Guidance.Way::how).orElse(slot));
            }
        }
        return told;
    }

    /** What a calculation comes to; empty where a part is not known, or by nothing. */
    Optional<Double> value(String words, Map<String, Object> known) {
        Condition.Test sum = guidance.formulas().get(words);
        if (sum == null
                || sum.balance() == null
                || !known.keySet().containsAll(sum.condition().facts())) {
            return Optional.empty();
        }
        return Optional.of(sum.balance().of(known)).filter(Double::isFinite);
    }

    private Optional<Guidance.Way> way(Guidance.Derived figure, Map<String, Object> known) {
        return figure.ways().stream()
                .filter(way -> way.when() == null || way.when().holds(known))
                .filter(way -> value(way.sum(), known).isPresent())
                .findFirst();
    }
}
