package dev.tunewise.app;

import dev.tunewise.advice.Adviser;
import dev.tunewise.conversation.AdviserCounsel;
import dev.tunewise.conversation.Almanac;
import dev.tunewise.conversation.Catalogue;
import dev.tunewise.conversation.Interpreter;
import dev.tunewise.conversation.Machine;
import dev.tunewise.conversation.Wording;
import dev.tunewise.flow.Figures;
import dev.tunewise.flow.Flow;
import java.util.Set;

/**
 * One edition of a flow with everything that is derived from it once.
 *
 * @param flow the flow
 * @param adviser gives advice along it
 * @param machine holds consultations along it
 */
record Edition(Flow flow, Adviser adviser, Machine machine) {
    static Edition of(Flow flow) {
        Figures figures = Figures.none();
        Machine.Ports ports = new Machine.Ports(
                new AdviserCounsel(flow, _ -> figures, Set.of()),
                Interpreter.deaf(),
                Almanac.empty(),
                Catalogue.none());
        return new Edition(flow, new Adviser(flow, figures), new Machine(flow, ports, Wording.english()));
    }
}
