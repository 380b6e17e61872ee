package dev.tunewise.reading.reader;

import dev.tunewise.reading.cue.Annotations;
import dev.tunewise.reading.cue.Cue;
import dev.tunewise.reading.cue.PatternCandidate;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.pattern.PatternParser;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.resolution.ResolvedFacts;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.result.Span;
import dev.tunewise.reading.text.FillerWords;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the pieces of a message that say something and were not understood: between two stops or commas, nothing was used. */
final class UnreadText {
    private static final int SHORT_WORD = 3;

    /** What is not said of one's own case needs no place in it. */
    private static final Set<Cue.Kind> ELSEWHERE = EnumSet.of(
            Cue.Kind.QUESTION,
            Cue.Kind.INDIRECT,
            Cue.Kind.HYPOTHESIS,
            Cue.Kind.OTHERS,
            Cue.Kind.NEGATION,
            Cue.Kind.WISH,
            Cue.Kind.FUTURE);

    private static final Set<Cue.Kind> UNREAL = EnumSet.of(Cue.Kind.HYPOTHESIS, Cue.Kind.OTHERS);
    /** Words of conditions that are real: "if it fails we switch back". */
    private static final Set<String> CONDITIONS =
            Set.of("if", "once", "when", "as", "until", "till", "unless", "after");

    /** Of the unread pieces those that state a number or words of some fact, and so ought to have a place. */
    static List<Span> unplaced(Annotations seen, List<Span> unread) {
        TokenSequence line = seen.line();
        Set<Span> open = Set.copyOf(unread);
        NavigableMap<Integer, Integer> ends = candidates(seen);
        List<Span> kept = new ArrayList<>();
        for (Piece piece : pieces(line)) {
            if (open.contains(seen.span(piece.from, piece.to))
                    && isOurs(seen, piece.from, piece.to)
                    && touches(seen, ends, piece.from, piece.to)) {
                kept.add(seen.span(piece.from, piece.to));
            }
            piece.money(line)
                    .filter(at -> open.contains(seen.span(at, at + 1)) && isOurs(seen, at, at + 1))
                    .forEach(at -> kept.add(seen.span(at, at + 1)));
        }
        return kept;
    }

    /** What stands between two stops or commas. */
    private record Piece(int from, int to) {
        /** Sums of money in it, which are never by the way, even where the rest was understood. */
        IntStream money(TokenSequence line) {
            return IntStream.range(from, to).filter(at -> {
                Amount amount = line.amount(at);
                return amount != null && amount.kind() == Amount.Kind.MONEY;
            });
        }
    }

    private static List<Piece> pieces(TokenSequence line) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= line.size(); i++) {
            if (i == line.size() || line.items().get(i).isBoundary()) {
                pieces.add(new Piece(start, i));
                start = i + 1;
            }
        }
        pieces.removeIf(piece -> piece.from == piece.to);
        return pieces;
    }

    private static boolean isOurs(Annotations seen, int from, int to) {
        return seen.cues().get(from).stream()
                .noneMatch(cue -> ELSEWHERE.contains(cue.kind()) && cue.from() < to && cue.to() > from);
    }

    /** Where patterns of facts that are asked about begin, and where the shortest of each place ends. */
    private static NavigableMap<Integer, Integer> candidates(Annotations seen) {
        NavigableMap<Integer, Integer> ends = new TreeMap<>();
        for (PatternCandidate one : seen.candidates()) {
            if (!one.meaning().fact().topic().isEmpty() && !one.meaning().has(PatternParser.Flag.OPEN)) {
                ends.merge(one.match().start(), one.match().end(), Math::min);
            }
        }
        return ends;
    }

    private static boolean touches(Annotations seen, NavigableMap<Integer, Integer> ends, int from, int to) {
        return IntStream.range(from, to).anyMatch(i -> isFigure(seen.line(), i))
                || ends.subMap(from, to).values().stream().anyMatch(end -> end <= to);
    }

    static List<Span> of(Annotations seen, ResolvedFacts settled, Intent intent) {
        if (intent instanceof Intent.SmallTalk || intent instanceof Intent.Command) {
            return List.of();
        }
        TokenSequence line = seen.line();
        List<Span> unread = new ArrayList<>();
        for (Piece piece : pieces(line)) {
            int used = settled.used.nextSetBit(piece.from);
            if (saysSomething(line, piece.from, piece.to) && (used < 0 || used >= piece.to)) {
                unread.add(seen.span(piece.from, piece.to));
            } else {
                piece.money(line).filter(at -> !settled.used.get(at)).forEach(at -> unread.add(seen.span(at, at + 1)));
            }
        }
        return unread;
    }

    private static boolean isFigure(TokenSequence line, int at) {
        Amount amount = line.amount(at);
        return amount != null && amount.kind() != Amount.Kind.OTHER;
    }

    private static boolean saysSomething(TokenSequence line, int from, int to) {
        return IntStream.range(from, to).anyMatch(i -> isFigure(line, i) || line.isName(i))
                || IntStream.range(from, to)
                                .mapToObj(line::word)
                                .filter(word -> word.length() > SHORT_WORD && !FillerWords.contains(word))
                                .count()
                        > 1;
    }

    /** The sentences that open as supposed, denied or told of others; what only turns a part of a sentence may leave the rest true. */
    static Stream<Span> unreal(Annotations seen) {
        TokenSequence line = seen.line();
        return IntStream.range(0, line.size())
                .filter(item -> line.sentenceStart(item) == item)
                .boxed()
                .flatMap(sentence -> seen.cues().get(sentence).stream())
                .distinct()
                .filter(cue -> cue.from() < cue.to())
                .filter(cue -> UNREAL.contains(cue.kind()) && cue.match().start() <= line.sentenceStart(cue.from()) + 1
                        || deniesWhole(line, cue))
                .filter(cue -> !CONDITIONS.contains(line.word(cue.match().start())))
                .map(cue -> seen.span(cue.from(), cue.to()));
    }

    /** "It is not true that", "not that we": the sentence goes on with what is denied. */
    private static boolean deniesWhole(TokenSequence line, Cue cue) {
        return cue.kind() == Cue.Kind.NEGATION
                && cue.match().end() - cue.match().start() > 1
                && cue.match().start() <= line.sentenceStart(cue.from()) + 2;
    }
}
