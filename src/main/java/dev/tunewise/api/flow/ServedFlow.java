package dev.tunewise.api.flow;

import dev.tunewise.advice.Consultant;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.ProposedAnswer;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import java.util.List;

/**
 * A flow as it is served now.
 *
 * @param consultant gives advice along it, in money where it can
 * @param reader reads what people type against it
 * @param proposals proposes choices that the reader left
 * @param diagram its rules as a Mermaid diagram
 */
public record ServedFlow(Flow flow, Consultant consultant, MessageReader reader, Proposals proposals, String diagram) {

    /** Proposes the choices that a message seems to state and its reading lacks. */
    @FunctionalInterface
    public interface Proposals {
        List<ProposedAnswer> of(String text, Reading reading, ReadingContext context);
    }
}
