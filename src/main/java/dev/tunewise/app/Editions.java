package dev.tunewise.app;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.Costing;
import dev.tunewise.conversation.AdviserCounsel;
import dev.tunewise.conversation.Almanac;
import dev.tunewise.conversation.Catalogue;
import dev.tunewise.conversation.Interpreter;
import dev.tunewise.conversation.Machine;
import dev.tunewise.conversation.Wording;
import dev.tunewise.flow.Diagram;
import dev.tunewise.flow.Flow;

/** Derives from a flow what the service needs of it. */
final class Editions {
    private final Wording wording = Wording.english();
    private final Catalogue catalogue;
    private final Costing costing;

    /**
     * Editions that reckon.
     *
     * @param catalogue where facts take their entries from
     * @param costing what reckons
     */
    Editions(Catalogue catalogue, Costing costing) {
        this.catalogue = catalogue;
        this.costing = costing;
    }

    /** Everything derived from a flow. */
    Edition of(Flow flow) {
        Consultant consultant = new Consultant(flow, costing);
        Machine.Ports ports = new Machine.Ports(
                new AdviserCounsel(consultant),
                Interpreter.deaf(),
                Almanac.empty(),
                catalogue);
        return new Edition(flow, consultant, new Machine(flow, ports, wording), Diagram.mermaid(flow));
    }
}
