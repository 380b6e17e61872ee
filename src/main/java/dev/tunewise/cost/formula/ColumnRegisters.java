package dev.tunewise.cost.formula;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Where the steps of a program keep their values: only as long as a later step needs them. What is wanted in the end is kept elsewhere.
 *
 * @param places one for each step, or below 0
 */
record ColumnRegisters(int[] places, int count) {
    private static final int NONE = -1;

    static ColumnRegisters of(List<ColumnProgram.Step> steps, int[] roots) {
        int[] last = new int[steps.size()];
        for (int i = 0; i < last.length; i++) {
            ColumnProgram.Step step = steps.get(i);
            if (step.does() != null) {
                noteUse(last, step.one(), i);
                noteUse(last, step.other(), i);
            }
        }
        boolean[] wanted = new boolean[steps.size()];
        Arrays.stream(roots).filter(root -> root >= 0).forEach(root -> wanted[root] = true);
        int[] places = new int[steps.size()];
        Arrays.fill(places, NONE);
        Deque<Integer> free = new ArrayDeque<>();
        int count = 0;
        for (int i = 0; i < last.length; i++) {
            ColumnProgram.Step step = steps.get(i);
            if (step.does() != null) {
                release(step.one(), i, last, places, free);
                if (step.other() != step.one()) {
                    release(step.other(), i, last, places, free);
                }
                if (!wanted[i]) {
                    places[i] = free.isEmpty() ? count++ : free.pop();
                }
            }
        }
        return new ColumnRegisters(places, count);
    }

    boolean keeps(int step) {
        return places[step] != NONE;
    }

    int of(int step) {
        return places[step];
    }

    private static void noteUse(int[] last, int place, int at) {
        if (place >= 0) {
            last[place] = at;
        }
    }

    private static void release(int place, int at, int[] last, int[] places, Deque<Integer> free) {
        if (place >= 0 && last[place] == at && places[place] != NONE) {
            free.push(places[place]);
        }
    }
}
