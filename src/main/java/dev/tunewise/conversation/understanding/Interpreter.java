package dev.tunewise.conversation.understanding;

import dev.tunewise.reading.result.ReadingContext;

/** Port: understands what people type. */
@FunctionalInterface
public interface Interpreter {
    Interpretation hear(String text, ReadingContext context);
}
