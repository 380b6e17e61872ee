package dev.tunewise.reading.pattern;

import java.util.List;
import java.util.stream.Stream;

/** What a pattern is made of. */
public final class PatternParts {
    private PatternParts() {}

    /** A pattern and all that it is made of. */
    public static Stream<PatternAst> of(PatternAst shape) {
        Stream<PatternAst> inner = switch (shape) {
            case PatternAst.Sequence(List<PatternAst> parts) -> parts.stream();
            case PatternAst.Either either -> either.options().stream();
            case PatternAst.Maybe(PatternAst part) -> Stream.of(part);
            default -> Stream.of();
        };
        return Stream.concat(Stream.of(shape), inner.flatMap(PatternParts::of));
    }

    /** All words that a pattern names. */
    public static Stream<String> words(PatternAst shape) {
        return of(shape).flatMap(part -> part instanceof PatternAst.Word(String word) ? Stream.of(word) : Stream.of());
    }
}
