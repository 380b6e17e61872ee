package dev.tunewise.advice.answer;

import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.interview.NamedThings;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The form of answer that a question allows, by its words alone; they stand with the flow's mentions.
 *
 * @param ways what it chooses between, in its own words; empty where it names nothing
 * @param says whether what answers it begins with yes or no
 * @param stands whether what answers it says by itself if and when to train
 */
public record AnswerForm(Kind kind, List<Way> ways, boolean says, boolean stands) {
    private static final String WAY = "way-";

    /** The same where something else stands before the yes or no. */
    AnswerForm silent() {
        return new AnswerForm(kind, ways, false, stands);
    }

    /** What a question asks for. */
    public enum Kind {
        /** Yes or no. */
        WHETHER,
        /** One of several. */
        CHOICE,
        /** A cause. */
        CAUSE,
        /** Anything else that no yes or no answers: a figure, a way to do it. */
        OPEN
    }

    /** One of what a question chooses between; `levers`: the steps that it means, none where that is not known. */
    public record Way(String words, Set<String> levers) {
        /** How likely it is that one of its steps comes first. */
        public double share(ToDoubleFunction<String> shares) {
            return levers.stream().mapToDouble(shares).sum();
        }
    }

    public static AnswerForm of(String asked, String text, NamedThings named) {
        List<Way> ways = named.found(Guidance.ALTERNATIVES, asked)
                .map(found -> ways(found, named))
                .filter(found -> found.stream().noneMatch(way -> named.names(Guidance.PLAIN, way.words())))
                .orElse(List.of());
        Kind kind = !ways.isEmpty() || named.names(Guidance.WHICH, asked)
                ? Kind.CHOICE
                : named.names(Guidance.CAUSE, asked)
                        ? Kind.CAUSE
                        : named.names(Guidance.OPEN, asked) ? Kind.OPEN : Kind.WHETHER;
        return new AnswerForm(kind, ways, named.names(Guidance.YES_OR_NO, text), named.names(Guidance.VERDICT, text));
    }

    private static List<Way> ways(Matcher found, NamedThings named) {
        return IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .filter(Objects::nonNull)
                .map(words -> new Way(words, levers(words, named)))
                .toList();
    }

    private static Set<String> levers(String words, NamedThings named) {
        return named.in(words).stream()
                .filter(id -> id.startsWith(WAY))
                .map(id -> id.substring(WAY.length()))
                .collect(Collectors.toSet());
    }
}
