package dev.tunewise.app;

import dev.tunewise.flow.Answers;
import dev.tunewise.flow.Given;
import dev.tunewise.flow.StoryRunner;
import dev.tunewise.reading.Context;
import dev.tunewise.reading.Read;
import dev.tunewise.reading.Reader;
import java.util.List;

/** Reads what the people of a story type. */
record StoryReader(Reader reader) implements StoryRunner.StoryEar {
    @Override
    public Answers hear(Answers before, String text) {
        Answers after = before;
        for (Read read : reader.read(text, new Context(List.of(), before)).reads()) {
            after = after.with(read.fact(), Given.of(read.value()));
        }
        return after;
    }
}
