package dev.tunewise.flow.interview;

import dev.tunewise.flow.anchor.AnchoredPattern;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Special matter of prepared texts that a message does not speak of: of invoices nothing is said to somebody with delivery slips. Each
 * `subject-…` among the mentions finds it in a text of ours, and its `ground-…` in a message.
 */
public record Subjects(Map<String, AnchoredPattern> foreign) {
    private static final String SUBJECT = "subject-";
    private static final String GROUND = "ground-";
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}{“0-9])");

    /** Of all mentions those that are about such matter. */
    public static Map<String, AnchoredPattern> words(Map<String, AnchoredPattern> mentions) {
        return mentions.entrySet().stream()
                .filter(each ->
                        each.getKey().startsWith(SUBJECT) || each.getKey().startsWith(GROUND))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** `named`: what a message names. */
    public static Subjects beside(Map<String, AnchoredPattern> mentions, Collection<String> named) {
        return new Subjects(mentions.entrySet().stream()
                .filter(each -> each.getKey().startsWith(SUBJECT)
                        && !named.contains(GROUND + each.getKey().substring(SUBJECT.length())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The text without its sentences on such matter; empty where the first is one, because what follows rests on it. */
    public Optional<String> kept(String text) {
        return foreign.isEmpty() || isOwn(text)
                ? Optional.of(text)
                : Optional.of(Stream.of(SENTENCE_END.split(text)).toList())
                        .filter(sentences -> isOwn(sentences.getFirst()))
                        .map(sentences -> sentences.stream().filter(this::isOwn).collect(Collectors.joining(" ")));
    }

    private boolean isOwn(String text) {
        return new NamedThings(foreign).in(text).isEmpty();
    }

    /** The matter that texts of ours open with, found once for each when it is first a candidate. */
    public static final class Openings {
        private final Map<String, AnchoredPattern> matters;
        private final Map<String, Set<String>> subjects = new ConcurrentHashMap<>();

        public Openings(Map<String, AnchoredPattern> mentions) {
            matters = words(mentions);
        }

        /** Tells of a text whether nothing of it is {@link Subjects#kept} beside a message. */
        public Predicate<String> foreignTo(String message) {
            NamedThings named = new NamedThings(matters);
            Set<String> foreign = beside(matters, named.in(message)).foreign().keySet();
            return text -> !Collections.disjoint(
                    foreign,
                    subjects.computeIfAbsent(
                            text, each -> Set.copyOf(named.in(SENTENCE_END.split(each)[0]))));
        }
    }
}
