package dev.tunewise.reading.reader;

import dev.tunewise.flow.Flow;
import dev.tunewise.reading.cue.Annotations;
import dev.tunewise.reading.cue.Cue;
import dev.tunewise.reading.cue.CueFinder;
import dev.tunewise.reading.cue.PatternCandidate;
import dev.tunewise.reading.intent.CommandMatcher;
import dev.tunewise.reading.intent.QuestionMatcher;
import dev.tunewise.reading.intent.SmallTalk;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.reading.name.NameFinder;
import dev.tunewise.reading.pattern.Lexicon;
import dev.tunewise.reading.pattern.PatternAst;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.PatternMatcher;
import dev.tunewise.reading.pattern.PatternParser;
import dev.tunewise.reading.pattern.TokenAnnotator;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.pattern.UsualWords;
import dev.tunewise.reading.resolution.QuantityResolver;
import dev.tunewise.reading.text.NormalizedText;
import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.Tokenizer;
import dev.tunewise.reading.text.TypoCorrector;
import dev.tunewise.reading.text.WordSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Sees what is in a message: items, cues and the patterns of the flow. Immutable once made and safe for several threads. */
final class PatternScanner {
    private static final CueFinder CUES = new CueFinder();
    private static final int SHORTEST_MISSPELLED = 6;

    private final Lexicon lexicon;
    private final List<NameFinder> finders;
    private final TypoCorrector typos;
    private final UsualWords usual;

    PatternScanner(Flow flow, NameCatalogue names) {
        lexicon = Lexicon.of(flow);
        usual = UsualWords.of(flow);
        finders = flow.facts().stream()
                .flatMap(fact -> Stream.ofNullable(fact.catalogue()))
                .distinct()
                .map(catalogue -> new NameFinder(catalogue, names))
                .toList();
        Set<String> known = new HashSet<>(lexicon.words());
        known.addAll(CUES.words());
        known.addAll(CommandMatcher.words());
        known.addAll(QuestionMatcher.words());
        known.addAll(SmallTalk.words());
        flow.glossary().keySet().forEach(term -> Tokenizer.of(term).forEach(token -> known.add(token.text())));
        typos = new TypoCorrector(known, WordSet.set("typo exceptions: close"), SHORTEST_MISSPELLED);
    }

    Annotations see(String typed) {
        NormalizedText plain = NormalizedText.of(typed);
        List<Token> tokens = Tokenizer.of(plain);
        List<NameFinder.Mention> mentions = finders.stream()
                .flatMap(finder -> finder.find(tokens, plain).stream())
                .toList();
        TokenSequence line = new TokenSequence(TokenAnnotator.of(plain, tokens, typos, mentions));
        List<List<Cue>> found = CUES.find(line);
        return new Annotations(
                typed, plain, line, found, candidates(line, found), usual, EnumSet.noneOf(Cue.Kind.class));
    }

    private List<PatternCandidate> candidates(TokenSequence line, List<List<Cue>> found) {
        List<PatternCandidate> seen = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            int at = i;
            lexicon.index().at(line, i, (pattern, meaning) -> {
                PatternMatch match = new PatternMatcher(
                                line, (of, item, as) -> QuantityResolver.isOf(meaning.fact(), of, item, as))
                        .at(pattern, at);
                PatternCandidate one = match == null ? null : PatternCandidate.of(meaning, match, found.get(at));
                if (one != null && one.isOfItsKind()) {
                    seen.add(one);
                }
            });
        }
        return unblocked(seen);
    }

    /** Candidates are in the order of their places, so what can lie over another is near it. */
    private static List<PatternCandidate> unblocked(List<PatternCandidate> seen) {
        List<PatternCandidate> kept = new ArrayList<>();
        List<PatternCandidate> blockers = seen.stream()
                .filter(one -> one.meaning().has(PatternParser.Flag.NOT))
                .toList();
        int first = 0;
        for (PatternCandidate one : seen) {
            if (one.meaning().has(PatternParser.Flag.NOT)) {
                continue;
            }
            while (first < blockers.size()
                    && blockers.get(first).match().start() < one.match().start() - 64) {
                first++;
            }
            boolean blocked = false;
            for (int i = first;
                    i < blockers.size()
                            && blockers.get(i).match().start() < one.match().end()
                            && !blocked;
                    i++) {
                PatternCandidate blocker = blockers.get(i);
                // who names the wrong share says plainly what it is about
                boolean plain = one.meaning().as() == PatternAst.As.REST
                        && blocker.meaning().as() != PatternAst.As.REST;
                blocked = !plain && blocker.meaning().blocks(one.meaning()) && covers(blocker.match(), one);
            }
            if (!blocked) {
                kept.add(one);
            }
        }
        return kept;
    }

    /** A pattern that keeps an amount from being read keeps that amount only, and from no pattern that names all its words; others all words they name. */
    private static boolean covers(PatternMatch blocker, PatternCandidate one) {
        boolean bothCapture = blocker.captured() >= 0 && one.match().captured() >= 0;
        boolean plain = one.match().names(blocker) && !one.meaning().has(PatternParser.Flag.ASK);
        return bothCapture ? blocker.captured() == one.match().captured() && !plain : blocker.shares(one.match());
    }

    Lexicon lexicon() {
        return lexicon;
    }
}
