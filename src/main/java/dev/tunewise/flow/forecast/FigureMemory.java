package dev.tunewise.flow.forecast;

import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.FigureRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Figures remembered by what they were worked out from, since teams come back from one answer to the next. Safe for use by several threads. */
final class FigureMemory implements FigureCalculator {
    private static final int MOST = 2_000;

    private final FigureCalculator figures;
    private final Map<Key, Map<String, Object>> remembered = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Map<String, Object>> eldest) {
            return size() > MOST;
        }
    };

    private record Key(Map<String, Object> known, Set<String> assumed) {}

    FigureMemory(FigureCalculator figures) {
        this.figures = figures;
    }

    @Override
    public Map<String, Object> workOut(Map<String, Object> known) {
        return workOut(new FigureRequest(known, Map.of(), Set.of(), Map.of()));
    }

    @Override
    public Map<String, Object> workOut(FigureRequest request) {
        Key key = new Key(Map.copyOf(request.known()), request.assumed());
        synchronized (remembered) {
            Map<String, Object> before = remembered.get(key);
            if (before != null) {
                return before;
            }
        }
        Map<String, Object> values = Map.copyOf(figures.workOut(request));
        synchronized (remembered) {
            remembered.put(key, values);
        }
        return values;
    }
}
