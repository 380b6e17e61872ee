package dev.tunewise.app;

import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.flow.story.StoryRunner;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.ReadingContext;
import java.util.List;

/** Reads what the people of a story type. */
record StoryTextReader(MessageReader reader) implements StoryRunner.StoryEar {
    @Override
    public Answers hear(Answers before, String text) {
        Answers after = before;
        for (ExtractedAnswer read :
                reader.read(text, new ReadingContext(List.of(), before)).reads()) {
            after = after.with(read.fact(), SourcedAnswer.of(read.value()));
        }
        return after;
    }
}
