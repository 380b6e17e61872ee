package dev.tunewise.cost.formula;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Places that hold values only as long as a later step needs them; what is wanted in the end needs none.
 *
 * @param places the place of each step, or {@link ColumnProgram#NONE}
 * @param last the last step that needs each
 * @param count how many places there are
 */
record ColumnRegisters(int[] places, int[] last, int count) {
    static ColumnRegisters of(List<ColumnProgram.Step> steps, int[] roots) {
        int[] last = new int[steps.size()];
        for (int i = 0; i < last.length; i++) {
            ColumnProgram.Step step = steps.get(i);
            for (int place : step.does() == null ? new int[0] : new int[] {step.one(), step.other()}) {
                if (place >= 0) {
                    last[place] = i;
                }
            }
        }
        int[] places = new int[steps.size()];
        Arrays.fill(places, ColumnProgram.NONE);
        boolean[] wanted = new boolean[steps.size()];
        Arrays.stream(roots).filter(root -> root >= 0).forEach(root -> wanted[root] = true);
        ColumnRegisters registers = new ColumnRegisters(places, last, 0);
        Deque<Integer> free = new ArrayDeque<>();
        int count = 0;
        for (int i = 0; i < last.length; i++) {
            ColumnProgram.Step step = steps.get(i);
            if (step.does() != null) {
                registers.release(step.one(), i, free);
                if (step.other() != step.one()) {
                    registers.release(step.other(), i, free);
                }
                if (!wanted[i]) {
                    places[i] = free.isEmpty() ? count++ : free.pop();
                }
            }
        }
        return new ColumnRegisters(places, last, count);
    }

    int at(int step) {
        return places[step];
    }

    private void release(int place, int at, Deque<Integer> free) {
        if (place >= 0 && last[place] == at && places[place] != ColumnProgram.NONE) {
            free.push(places[place]);
        }
    }
}
