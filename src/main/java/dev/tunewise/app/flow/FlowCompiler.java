package dev.tunewise.app.flow;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.CostCalculator;
import dev.tunewise.app.price.ModelCatalogue;
import dev.tunewise.conversation.answer.ConsultantAdvice;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.understanding.FlowKnowledge;
import dev.tunewise.conversation.understanding.KnowledgeBase;
import dev.tunewise.conversation.understanding.ReaderInterpreter;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.format.MermaidDiagram;
import dev.tunewise.reading.reader.MessageReader;

/** Derives from a flow what the service needs of it. */
public final class FlowCompiler {
    private final Messages wording = Messages.english();
    private final ModelCatalogue models;
    private final CostCalculator costing;
    private final KnowledgeBase almanac;

    /**
     * Editions that reckon.
     *
     * @param models where facts take their entries from
     * @param costing what reckons
     * @param almanac answers questions beyond the flow's own glossary and sources
     */
    public FlowCompiler(ModelCatalogue models, CostCalculator costing, KnowledgeBase almanac) {
        this.models = models;
        this.costing = costing;
        this.almanac = almanac;
    }

    /** Everything derived from a flow. */
    public CompiledFlow of(Flow flow) {
        Consultant consultant = new Consultant(flow, costing);
        MessageReader reader = new MessageReader(flow, models);
        ConversationEngine.Ports ports = new ConversationEngine.Ports(
                new ConsultantAdvice(consultant),
                new ReaderInterpreter(flow, reader),
                almanac.or(new FlowKnowledge(flow, wording)),
                models,
                models);
        return new CompiledFlow(
                flow, consultant, reader, new ConversationEngine(flow, ports, wording), MermaidDiagram.mermaid(flow));
    }
}
