package dev.tunewise.conversation.wording;

import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.chat.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names the sources of a claim behind it. */
public final class SourceLinks {
    private static final int SOURCES = 2;

    /** Where a claim comes from, in brackets; with a link where there is one. */
    public static Text of(List<SourceReference> sources) {
        List<Text.Span> spans = new ArrayList<>();
        Set<String> named = new HashSet<>();
        boolean linked = sources.stream().anyMatch(source -> !source.url().isEmpty());
        for (SourceReference source : sources) {
            if (source.isOurs() || linked && source.url().isEmpty()) {
                continue;
            }
            if (named.size() == SOURCES || !named.add(source.brief())) {
                continue;
            }
            spans.add(new Text.Emphasis(spans.isEmpty() ? " (" : ", "));
            spans.add(
                    source.url().isEmpty()
                            ? new Text.Emphasis(source.brief())
                            : new Text.Link(source.brief(), source.url()));
        }
        if (!spans.isEmpty()) {
            spans.add(new Text.Emphasis(")"));
        }
        return new Text(spans);
    }
}
