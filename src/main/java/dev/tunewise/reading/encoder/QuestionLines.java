package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Guidance;
import java.util.ArrayList;
import java.util.List;

/**
 * What a flow holds of its kinds of question: how people put them.
 *
 * @param kinds every kind of question; the first is the general one, which stands for what is like no other
 * @param asked for each line the place of its kind
 * @param lines every example
 */
record QuestionLines(List<String> kinds, List<Integer> asked, List<String> lines) {
    /** Those of a flow; no lines where it has no examples of questions. */
    static QuestionLines of(Flow flow) {
        List<String> known = flow.fact(Guidance.INTENT).map(Fact::choices).orElse(List.of());
        List<String> kinds = new ArrayList<>(known);
        if (!kinds.isEmpty()) {
            kinds.addFirst(kinds.removeLast());
        }
        return lines(flow, Guidance.INTENT, kinds);
    }

    /** What people tell that points to a cause, by cause; each line that points to none is a kind of its own, since they have nothing in common. */
    static QuestionLines told(Flow flow) {
        QuestionLines causes = lines(
                flow, Guidance.TOLD, flow.fact(Guidance.TOLD).map(Fact::choices).orElse(List.of()));
        List<String> kinds = new ArrayList<>(causes.kinds);
        List<Integer> asked = new ArrayList<>(causes.asked);
        List<String> lines = new ArrayList<>(causes.lines);
        for (String line : flow.utterances().getOrDefault(Guidance.TOLD + "." + ExampleLines.NOTHING, List.of())) {
            asked.add(kinds.size());
            kinds.add(ExampleLines.NOTHING);
            lines.add(line);
        }
        return new QuestionLines(List.copyOf(kinds), List.copyOf(asked), List.copyOf(lines));
    }

    private static QuestionLines lines(Flow flow, String fact, List<String> kinds) {
        List<Integer> asked = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (String line : flow.utterances().getOrDefault(fact + "." + kinds.get(kind), List.of())) {
                asked.add(kind);
                lines.add(line);
            }
        }
        return new QuestionLines(List.copyOf(kinds), List.copyOf(asked), List.copyOf(lines));
    }
}
