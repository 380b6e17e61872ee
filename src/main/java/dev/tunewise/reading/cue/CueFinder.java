package dev.tunewise.reading.cue;

import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.PatternAst;
import dev.tunewise.reading.pattern.PatternGroup;
import dev.tunewise.reading.pattern.PatternIndex;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.PatternMatcher;
import dev.tunewise.reading.pattern.PatternParts;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.text.WordSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the cues in a line. Immutable once made and safe for several threads. */
public final class CueFinder {
    private static final Set<String> AUXILIARIES = WordSet.set("cue finder: auxiliaries");
    /** Words of wishing that may announce a list. */
    private static final Set<String> LISTED = WordSet.set("cue finder: listed");

    private static final Set<String> OR = Set.of("or", "nor");
    private static final Set<String> TURNS = Set.of("only", "but", "just", "now", "currently", "so");
    private static final Set<String> SAYING = Set.of("we", "i", "it", "they", "you", "there", "use", "using");
    private static final int LONGEST_FRAGMENT = 6;
    private static final int LEFT_REACH = 8;
    /** Sentences after one that says of what the next ones tell. */
    private static final int FRAMED = 3;

    private final PatternIndex<Meaning> index = new PatternIndex<>();

    private final Set<String> words = new HashSet<>();

    private record Meaning(Cue.Kind kind, CuePatterns.Reach reach) {
        boolean none() {
            return reach == CuePatterns.Reach.LOOKALIKE;
        }
    }

    public CueFinder() {
        for (CuePatterns.Group group : CuePatterns.GROUPS) {
            for (String pattern : group.patterns()) {
                PatternAst parsed = PatternGroup.parsed(pattern);
                index.add(parsed, new Meaning(group.kind(), group.reach()));
                PatternParts.words(parsed).forEach(words::add);
            }
        }
    }

    public Set<String> words() {
        return words;
    }

    /** The cues of a line, those of each sentence together. */
    public List<List<Cue>> find(TokenSequence line) {
        PatternMatcher matcher = PatternMatcher.ofWords(line);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            int at = i;
            index.at(line, i, (pattern, meaning) -> {
                PatternMatch match = matcher.at(pattern, at);
                if (match != null) {
                    found.add(new Found(match, meaning));
                }
            });
        }
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).meaning().none() && !isNone(found, i)) {
                cues.add(cue(line, found.get(i)));
            }
        }
        cues.addAll(QuestionClauses.in(line));
        return bySentence(line, cues);
    }

    private record Found(PatternMatch match, Meaning meaning) {}

    /** Whether words that look like this cue and are none lie over it; those begin at most a few items away. */
    private static boolean isNone(List<Found> found, int index) {
        Found cue = found.get(index);
        for (int step : new int[] {-1, 1}) {
            for (int i = index + step; i >= 0 && i < found.size(); i += step) {
                Found other = found.get(i);
                if (Math.abs(other.match().start() - cue.match().start()) > LEFT_REACH) {
                    break;
                }
                if (other.meaning().none()
                        && other.meaning().kind() == cue.meaning().kind()
                        && other.match().covers(cue.match())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Cue cue(TokenSequence line, Found found) {
        PatternMatch match = found.match();
        Cue.Kind kind = found.meaning().kind();
        int from = switch (found.meaning().reach()) {
            case CLAUSE_REST, SENTENCE_REST -> match.start();
            case CLAUSE, LOOKALIKE -> line.clauseStart(match.start());
            case SENTENCE, SENTENCES -> line.sentenceStart(match.start());
            case SENTENCE_BEFORE -> line.sentenceStart(Math.max(0, line.sentenceStart(match.start()) - 1));
        };
        int to = switch (found.meaning().reach()) {
            case CLAUSE_REST, CLAUSE, LOOKALIKE -> line.clauseEnd(match.end() - 1);
            case SENTENCE_REST, SENTENCE, SENTENCE_BEFORE -> line.sentenceEnd(match.start());
            case SENTENCES -> sentencesAfter(line, match.start());
        };
        if (found.meaning().reach() == CuePatterns.Reach.CLAUSE_REST) {
            to = extended(line, kind, match, to);
            to = kind == Cue.Kind.NEGATION ? Math.min(to, line.instead(match.end(), to)) : to;
        }
        return new Cue(kind, match, from, to);
    }

    private static int sentencesAfter(TokenSequence line, int at) {
        int end = line.sentenceEnd(at);
        for (int i = 0; i < FRAMED && end < line.size(); i++) {
            end = line.sentenceEnd(end);
        }
        return end;
    }

    /** "no RAG, tools or examples" and "we need: 500 examples" go on after their comma or colon. */
    private static int extended(TokenSequence line, Cue.Kind kind, PatternMatch match, int to) {
        boolean denies = kind == Cue.Kind.NEGATION;
        boolean colon = to < line.size() && line.items().get(to).apart && to == match.end();
        if (colon && (denies || LISTED.contains(line.word(to - 1)))) {
            return line.sentenceEnd(match.start());
        }
        boolean counts = kind == Cue.Kind.WISH
                && IntStream.range(match.end(), to - 1)
                        .anyMatch(i -> line.isPlainCount(i) && !line.word(i + 1).isEmpty());
        int reach = to;
        int end = to;
        while (end < line.size()
                && line.items().get(end).kind == AnnotatedToken.Kind.BOUNDARY
                && isFragment(line, end + 1)) {
            int from = end + 1;
            end = line.clauseEnd(from);
            boolean or = IntStream.range(from, end).anyMatch(i -> OR.contains(line.word(i)));
            reach = counts || denies && or ? end : reach;
        }
        return reach;
    }

    /** A few words without a verb of their own: the next member of a list. */
    private static boolean isFragment(TokenSequence line, int from) {
        int to = from < line.size() ? line.clauseEnd(from) : from;
        return to > from
                && to - from <= LONGEST_FRAGMENT
                && !TURNS.contains(line.word(from))
                && IntStream.range(from, to)
                        .noneMatch(i -> AUXILIARIES.contains(line.word(i)) || SAYING.contains(line.word(i)));
    }

    private static List<List<Cue>> bySentence(TokenSequence line, List<Cue> cues) {
        List<List<Cue>> at = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            at.add(line.sentenceStart(i) == i ? new ArrayList<>() : at.get(i - 1));
        }
        for (Cue cue : cues) {
            int own = line.sentenceStart(Math.min(cue.match().start(), line.size() - 1));
            at.get(own).add(cue);
            if (cue.from() < own) {
                at.get(cue.from()).add(cue);
            }
            for (int i = line.sentenceEnd(own); i < cue.to(); i = line.sentenceEnd(i)) {
                at.get(i).add(cue);
            }
            if (cue.kind() == Cue.Kind.NEGATION) {
                subject(line, cue).ifPresent(left -> at.get(cue.match().start()).add(left));
            }
        }
        return at;
    }

    /** "RAG is not the problem": after an auxiliary a negation bears on its subject too. */
    private static Optional<Cue> subject(TokenSequence line, Cue cue) {
        int start = cue.match().start();
        boolean auxiliary = AUXILIARIES.contains(line.word(start - 1));
        if (!auxiliary || cue.match().end() - start > 2) {
            return Optional.empty();
        }
        int from = Math.max(line.clauseStart(start), start - LEFT_REACH);
        return Optional.of(new Cue(Cue.Kind.DENIED, cue.match(), from, start));
    }
}
