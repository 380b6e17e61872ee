package dev.tunewise.app.encoder;

import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.session.turn.Proposer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Proposes in consultations what the examples of the flow are near to and its rules did not read. `readers`: empty where a flow is not served. */
public record ExampleProposer(Function<Flow, Optional<MessageReader>> readers, ChoiceProposers proposers)
        implements Proposer {
    @Override
    public List<Proposal> propose(String text, Flow flow, ReadingContext context) {
        return readers
                .apply(flow)
                .map(reader -> proposers.propose(flow, text, reader.read(text, context), context))
                .orElse(List.of())
                .stream()
                .map(Proposal::of)
                .toList();
    }
}
