package dev.tunewise.app.encoder;

import dev.tunewise.app.flow.CompiledFlow;
import dev.tunewise.app.flow.FlowRegistry;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.encoder.ChoiceProposer;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.ProposedAnswer;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.session.turn.Proposer;
import java.util.List;
import java.util.Optional;

/** Proposes in consultations what the examples of the flow are near to and its rules did not read. */
public record ExampleProposer(FlowRegistry flows, ChoiceProposers proposers) implements Proposer {
    @Override
    public List<Proposal> propose(String text, Flow flow, ReadingContext context) {
        Optional<MessageReader> reader = flows.find(flow.id()).map(CompiledFlow::reader);
        Optional<ChoiceProposer> proposer = proposers.ready(flow);
        if (reader.isEmpty() || proposer.isEmpty()) {
            return List.of();
        }
        return proposer.get().propose(text, reader.get().read(text, context), context).stream()
                .map(ExampleProposer::proposal)
                .toList();
    }

    private static Proposal proposal(ProposedAnswer answer) {
        return new Proposal(answer.fact(), answer.value(), answer.quote(), answer.probability(), answer.direct());
    }
}
