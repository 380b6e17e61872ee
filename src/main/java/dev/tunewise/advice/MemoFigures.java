package dev.tunewise.advice;

import dev.tunewise.flow.Figures;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers figures by what they are worked out from, for the length of one piece of advice. Not thread-safe. */
final class MemoFigures implements Figures {
    private final Figures figures;
    private final Map<Map<String, Object>, Map<String, Object>> remembered = new HashMap<>();

    MemoFigures(Figures figures) {
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
