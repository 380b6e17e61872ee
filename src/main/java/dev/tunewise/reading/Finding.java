package dev.tunewise.reading;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import java.util.List;

/** What one candidate says of its fact. */
sealed interface Finding {
    Candidate by();

    /** A value. */
    record Says(Candidate by, Value value) implements Finding {}

    /** Something to ask back. */
    record Asks(Candidate by, AskBack.Reason reason, List<AskBack.Option> options) implements Finding {
        public Asks {
            options = List.copyOf(options);
        }
    }

    default Fact fact() {
        return by().meaning().fact();
    }
}
