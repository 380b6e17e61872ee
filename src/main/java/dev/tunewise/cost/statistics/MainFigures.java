package dev.tunewise.cost.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures that the answer to the main question rests on: by their shape in a message, or as they are known otherwise. */
final class MainFigures {
    private static final double WHOLE_FROM = 10;
    /** So far a share told beside a count may be off. */
    private static final double ROUNDED = 1;

    static Map<String, Object> of(Map<String, Object> known, Map<String, Object> figures) {
        Map<String, Object> main = new LinkedHashMap<>();
        Map<String, Object> all = new LinkedHashMap<>(figures);
        all.putAll(known);
        first(main, all, "main_rows", "caserows", "rows");
        first(main, all, "main_kinds", "casekinds", "kinds");
        first(main, all, "main_now", "caseto", "score", "casenow");
        first(main, all, "main_goal", "quality_target", "casegoal");
        first(main, all, "main_items", "seenall", "eval_items");
        Object now = main.get("main_now");
        if (main.get("main_items") instanceof Double items && items > 0) {
            if (all.get("seenright") instanceof Double right && right <= items) {
                counted(main, right, items, now);
            } else if (now instanceof Double share) {
                counted(main, (double) Math.round(share * items / 100), items, now);
            }
        }
        if (main.get("main_rows") instanceof Double rows) {
            main.put("main_test", rows >= 600 ? 300 : rows >= 400 ? 200 : Math.floor(rows / 3));
            if (main.get("main_kinds") instanceof Double kinds && kinds > 0) {
                double each = rows / kinds;
                main.put("main_each", each >= WHOLE_FROM ? Math.round(each) * 1.0 : Math.round(each * 10) / 10.0);
            }
        }
        return main;
    }

    /** What was counted in one place; a share told elsewhere that it contradicts is of other items, and both stand for themselves. */
    private static void counted(Map<String, Object> main, double right, double items, @Nullable Object told) {
        double share = 100 * right / items;
        if (told instanceof Double now && Math.abs(now - share) > ROUNDED) {
            main.remove("main_items");
            return;
        }
        Proportions.Interval interval = Proportions.wilson(right / items, items);
        main.putIfAbsent("main_now", (double) Math.round(share));
        main.put("main_right", right);
        main.put("main_low", (double) Math.round(100 * interval.low()));
        main.put("main_high", (double) Math.round(100 * interval.high()));
    }

    private static void first(Map<String, Object> main, Map<String, Object> all, String figure, String... ids) {
        Stream.of(ids)
                .map(all::get)
                .filter(Double.class::isInstance)
                .findFirst()
                .ifPresent(value -> main.put(figure, value));
    }
}
