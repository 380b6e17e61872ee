package dev.tunewise.flow.forecast;

import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.FigureRequest;
import dev.tunewise.flow.interview.Latest;
import java.util.Map;
import java.util.Set;

/** Figures remembered by what they were worked out from, since teams come back from one answer to the next. Safe for use by several threads. */
final class FigureMemory implements FigureCalculator {
    private static final int MOST = 2_000;

    private final FigureCalculator figures;
    private final Latest<Key, Map<String, Object>> remembered = new Latest<>(MOST);

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
        return remembered.of(
                new Key(Map.copyOf(request.known()), request.assumed()), () -> Map.copyOf(figures.workOut(request)));
    }
}
