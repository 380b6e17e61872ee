package dev.tunewise.app.encoder;

import dev.tunewise.app.flow.CompiledFlow;
import dev.tunewise.app.flow.FlowRegistry;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.session.turn.Proposer;
import java.util.List;

/** Proposes in consultations what the examples of the flow are near to and its rules did not read. */
public record ExampleProposer(FlowRegistry flows, ChoiceProposers proposers) implements Proposer {
    @Override
    public List<Proposal> propose(String text, Flow flow, ReadingContext context) {
        return flows
                .find(flow.id())
                .map(CompiledFlow::reader)
                .map(reader -> proposers.propose(flow, text, reader.read(text, context), context))
                .orElse(List.of())
                .stream()
                .map(Proposal::of)
                .toList();
    }
}
