package dev.tunewise.flowfile.definition;

import dev.tunewise.flow.LiteralQuestion;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.Comparator;
import java.util.List;

/** Puts the questions of a folder, whichever file they stand in, into the order that the flow states. */
record QuestionOrder(IdRegistry ids, ProblemCollector report) {
    /** Without an order they stay as they were read; with one it names every question. */
    void sort(List<LiteralQuestion> questions, List<YamlNode.Text> order) {
        if (order.isEmpty()) {
            return;
        }
        List<String> named = order.stream().map(YamlNode.Text::text).toList();
        List<String> known = questions.stream().map(LiteralQuestion::intent).toList();
        order.forEach(id -> ids.resolve(id.text(), known, id.position(), "question"));
        known.stream()
                .filter(id -> !named.contains(id))
                .forEach(id -> report.error(
                        "unordered",
                        order.getFirst().position(),
                        "The question `" + id + "` has no place in `order`.",
                        "Put it before the questions that are more general."));
        questions.sort(Comparator.comparingInt(question -> named.indexOf(question.intent())));
    }
}
