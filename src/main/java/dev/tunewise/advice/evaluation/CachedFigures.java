package dev.tunewise.advice.evaluation;

import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.FigureRequest;
import java.util.HashMap;
import java.util.Map;

/** Remembers figures by what they are worked out from, for the length of one piece of advice. Not thread-safe. */
final class CachedFigures implements FigureCalculator {
    private final FigureCalculator figures;
    private final Map<FigureRequest, Map<String, Object>> remembered = new HashMap<>();

    CachedFigures(FigureCalculator figures) {
        this.figures = figures;
    }

    @Override
    public Map<String, Object> workOut(Map<String, Object> known) {
        return workOut(FigureRequest.of(known));
    }

    @Override
    public Map<String, Object> workOut(FigureRequest request) {
        Map<String, Object> before = remembered.get(request);
        if (before != null) {
            return before;
        }
        Map<String, Object> values = figures.workOut(request);
        remembered.put(request.copy(), values);
        return values;
    }
}
