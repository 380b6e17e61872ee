package dev.tunewise.web.page;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Texts;
import dev.tunewise.session.turn.ServedFlow;
import java.util.List;
import java.util.Map;

/**
 * A flow as the start page offers it.
 *
 * @param title what it answers, as a question where possible
 * @param lead one or two sentences under the title
 * @param examples problems as people may describe them
 */
public record FlowOffer(String flow, String title, String lead, List<String> examples) {
    public static FlowOffer of(ServedFlow served) {
        Flow flow = served.flow();
        Texts texts = flow.texts();
        List<String> examples = texts.entries().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("examples."))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        return new FlowOffer(
                flow.id(),
                texts.find("title").orElse(flow.id()),
                texts.find("tagline").orElse(""),
                examples);
    }
}
