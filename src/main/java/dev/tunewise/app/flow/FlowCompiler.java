package dev.tunewise.app.flow;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.CostCalculator;
import dev.tunewise.app.price.ModelCatalogue;
import dev.tunewise.conversation.answer.AdviceBlocks;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.understanding.FlowKnowledge;
import dev.tunewise.conversation.understanding.KnowledgeBase;
import dev.tunewise.conversation.understanding.ReaderInterpreter;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.format.MermaidDiagram;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.session.turn.ServedFlow;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * Derives from a flow what the service needs of it.
 *
 * @param models where facts take their entries from
 * @param almanac answers questions beyond the flow's own glossary and sources
 */
@Singleton
public record FlowCompiler(ModelCatalogue models, CostCalculator costing, KnowledgeBase almanac) {
    public ServedFlow of(Flow read) {
        Messages wording = Messages.english();
        Flow flow = read.with(read.facts(), read.synonyms(), read.texts().and(names(read)));
        Consultant consultant = new Consultant(flow, costing);
        MessageReader reader = new MessageReader(flow, models);
        ConversationEngine.Ports ports = new ConversationEngine.Ports(
                new AdviceBlocks(consultant),
                new ReaderInterpreter(flow, reader),
                almanac.or(new FlowKnowledge(flow, wording)),
                models,
                models);
        return new ServedFlow(
                flow, consultant, reader, new ConversationEngine(flow, ports, wording), MermaidDiagram.mermaid(flow));
    }

    /** How people call the entries of catalogues; their ids are for programs. */
    private Map<String, String> names(Flow flow) {
        Map<String, String> names = new HashMap<>();
        for (Fact fact : flow.facts()) {
            String catalogue = fact.catalogue();
            if (catalogue != null) {
                models.labels(catalogue)
                        .forEach((id, name) -> names.put("facts." + fact.id() + ".choices." + id, name));
            }
        }
        return names;
    }
}
