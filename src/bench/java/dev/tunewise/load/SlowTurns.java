package dev.tunewise.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The processor time of each turn, by its dialogue and place: the slowest are told with their texts. For one thread. */
final class SlowTurns {
    private static final int MOST = 30;
    private static final int LONGEST = 90;

    private final Map<String, List<Long>> used = new LinkedHashMap<>();

    /** A turn was made. `nanos`: processor time of all threads. */
    void add(String place, String text, long nanos) {
        String turn = place + ": " + text.substring(0, Math.min(LONGEST, text.length()));
        used.computeIfAbsent(turn, _ -> new ArrayList<>()).add(nanos);
    }

    /** The slowest turns by the middle of their rounds, one a line. */
    String table() {
        StringBuilder table = new StringBuilder();
        used.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, List<Long>> turn) -> middle(turn.getValue()))
                        .reversed())
                .limit(MOST)
                .forEach(turn -> table.append(
                        "%6.1f ms of processor time, %s%n".formatted(middle(turn.getValue()) / 1e6, turn.getKey())));
        return table.toString();
    }

    private static long middle(List<Long> rounds) {
        return rounds.stream().sorted().toList().get((rounds.size() - 1) / 2);
    }
}
