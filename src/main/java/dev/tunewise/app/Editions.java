package dev.tunewise.app;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.Costing;
import dev.tunewise.conversation.AdviserCounsel;
import dev.tunewise.conversation.Almanac;
import dev.tunewise.conversation.FlowAlmanac;
import dev.tunewise.conversation.Machine;
import dev.tunewise.conversation.ReaderInterpreter;
import dev.tunewise.conversation.Wording;
import dev.tunewise.flow.Diagram;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.Reader;

/** Derives from a flow what the service needs of it. */
final class Editions {
    private final Wording wording = Wording.english();
    private final ModelShelf models;
    private final Costing costing;
    private final Almanac almanac;

    /**
     * Editions that reckon.
     *
     * @param models where facts take their entries from
     * @param costing what reckons
     * @param almanac answers questions beyond the flow's own glossary and sources
     */
    Editions(ModelShelf models, Costing costing, Almanac almanac) {
        this.models = models;
        this.costing = costing;
        this.almanac = almanac;
    }

    /** Everything derived from a flow. */
    Edition of(Flow flow) {
        Consultant consultant = new Consultant(flow, costing);
        Reader reader = new Reader(flow, models);
        Machine.Ports ports = new Machine.Ports(
                new AdviserCounsel(consultant),
                new ReaderInterpreter(flow, reader),
                almanac.or(new FlowAlmanac(flow, wording)),
                models,
                models);
        return new Edition(flow, consultant, reader, new Machine(flow, ports, wording), Diagram.mermaid(flow));
    }
}
