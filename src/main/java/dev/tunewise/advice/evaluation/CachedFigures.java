package dev.tunewise.advice.evaluation;

import dev.tunewise.flow.interview.FigureCalculator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers figures by what they are worked out from, for the length of one piece of advice. Not thread-safe. */
final class CachedFigures implements FigureCalculator {
    private final FigureCalculator figures;
    private final Map<Map<String, Object>, Map<String, Object>> remembered = new HashMap<>();

    CachedFigures(FigureCalculator figures) {
        this.figures = figures;
    }

    @Override
    public Map<String, Object> workOut(Map<String, Object> known) {
        Map<String, Object> before = remembered.get(known);
        if (before != null) {
            return before;
        }
        Map<String, Object> values = figures.workOut(known);
        remembered.put(new LinkedHashMap<>(known), values);
        return values;
    }

    /** How often figures were really worked out. */
    int workings() {
        return remembered.size();
    }
}
