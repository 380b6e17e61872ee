package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Guidance;
import java.util.ArrayList;
import java.util.List;

/**
 * The example questions of a flow.
 *
 * @param kinds for each line the kind of question that it puts
 * @param lines every example
 */
record QuestionLines(List<String> kinds, List<String> lines) {
    /** Those of a flow; none where it has no examples of questions. The general question, its last kind, stands for what is like no other. */
    static QuestionLines of(Flow flow) {
        List<String> kinds = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<String> known = flow.fact(Guidance.INTENT).map(Fact::choices).orElse(List.of());
        for (String kind : known.isEmpty() ? known : known.subList(0, known.size() - 1)) {
            for (String line : flow.utterances().getOrDefault(Guidance.INTENT + "." + kind, List.of())) {
                kinds.add(kind);
                lines.add(line);
            }
        }
        return new QuestionLines(List.copyOf(kinds), List.copyOf(lines));
    }
}
