package dev.tunewise.cost.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The figures that the answer to the main question rests on: by their shape in a message, or as they are known otherwise. */
final class MainFigures {
    private static final double WHOLE_FROM = 10;

    static Map<String, Object> of(Map<String, Object> known, Map<String, Object> figures) {
        Map<String, Object> main = new LinkedHashMap<>();
        Map<String, Object> all = new LinkedHashMap<>(figures);
        all.putAll(known);
        first(main, all, "main_rows", "caserows", "rows");
        first(main, all, "main_kinds", "casekinds", "kinds");
        first(main, all, "main_now", "caseto", "score", "casenow");
        first(main, all, "main_goal", "quality_target", "casegoal");
        first(main, all, "main_items", "seenall", "eval_items");
        if (all.get("seenright") instanceof Double right
                && main.get("main_items") instanceof Double items
                && right <= items) {
            main.putIfAbsent("main_now", (double) Math.round(100 * right / items));
        }
        if (main.get("main_now") instanceof Double now && main.get("main_items") instanceof Double items && items > 0) {
            double right = all.get("seenright") instanceof Double told ? told : Math.round(now * items / 100);
            Proportions.Interval interval = Proportions.wilson(Math.min(1, right / items), items);
            main.put("main_right", right);
            main.put("main_low", (double) Math.round(100 * interval.low()));
            main.put("main_high", (double) Math.round(100 * interval.high()));
        }
        if (main.get("main_rows") instanceof Double rows
                && main.get("main_kinds") instanceof Double kinds
                && kinds > 0) {
            double each = rows / kinds;
            main.put("main_each", each >= WHOLE_FROM ? Math.round(each) * 1.0 : Math.round(each * 10) / 10.0);
        }
        return main;
    }

    private static void first(Map<String, Object> main, Map<String, Object> all, String figure, String... ids) {
        Stream.of(ids)
                .map(all::get)
                .filter(Double.class::isInstance)
                .findFirst()
                .ifPresent(value -> main.put(figure, value));
    }
}
