package dev.tunewise.app;

import dev.tunewise.advice.Adviser;
import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.Costing;
import dev.tunewise.conversation.AdviserCounsel;
import dev.tunewise.conversation.Almanac;
import dev.tunewise.conversation.Catalogue;
import dev.tunewise.conversation.Interpreter;
import dev.tunewise.conversation.Machine;
import dev.tunewise.conversation.Wording;
import dev.tunewise.flow.Diagram;
import dev.tunewise.flow.Figures;
import dev.tunewise.flow.Flow;

/** Derives from a flow what the service needs of it. */
final class Editions {
    private final Wording wording = Wording.english();

    /** Everything derived from a flow. */
    Edition of(Flow flow) {
        Figures figures = Figures.none();
        Machine.Ports ports = new Machine.Ports(
                new AdviserCounsel(new Consultant(flow, Costing.none())),
                Interpreter.deaf(),
                Almanac.empty(),
                Catalogue.none());
        return new Edition(
                flow, new Adviser(flow, figures), new Machine(flow, ports, wording), Diagram.mermaid(flow));
    }
}
