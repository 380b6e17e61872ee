package dev.tunewise.reading;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sees what is in a message: items, cues and the patterns of the flow. Immutable once made and safe for several threads. */
final class Watch {
    private static final int SHORTEST_MISSPELLED = 6;

    private final Lexicon lexicon;
    private final Cues cues = new Cues();
    private final List<NameFinder> finders;
    private final Typos typos;

    Watch(Flow flow, Names names) {
        lexicon = new Lexicon(flow);
        Map<String, NameFinder> byCatalogue = new LinkedHashMap<>();
        for (Fact fact : flow.facts()) {
            String catalogue = fact.catalogue();
            if (catalogue != null) {
                byCatalogue.computeIfAbsent(catalogue, key -> new NameFinder(key, names));
            }
        }
        finders = List.copyOf(byCatalogue.values());
        Set<String> known = new HashSet<>(lexicon.words());
        known.addAll(cues.words());
        known.addAll(Orders.words());
        known.addAll(Inquiries.words());
        known.addAll(SmallTalk.words());
        flow.glossary().keySet().forEach(term -> Tokens.of(term).forEach(token -> known.add(token.text())));
        typos = new Typos(known, RealWords.close(), SHORTEST_MISSPELLED);
    }

    Sighting see(String typed) {
        Plain plain = Plain.of(typed);
        List<Token> tokens = Tokens.of(plain);
        List<NameFinder.Mention> mentions = new ArrayList<>();
        for (NameFinder finder : finders) {
            mentions.addAll(finder.find(tokens, plain));
        }
        Line line = new Line(Items.of(plain, tokens, typos, mentions));
        List<List<Cue>> found = cues.find(line);
        return new Sighting(typed, plain, line, found, candidates(line, found), EnumSet.noneOf(Cue.Kind.class));
    }

    private List<Candidate> candidates(Line line, List<List<Cue>> found) {
        Machine machine = new Machine(line, lexicon.index().mostStates());
        Map<Fact, Machine.Fit> fits = new LinkedHashMap<>();
        List<Candidate> seen = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            int at = i;
            lexicon.index().at(line, i, (program, meaning) -> {
                Machine.Fit fit = fits.computeIfAbsent(
                        meaning.fact(), fact -> (of, item, as) -> Quantities.isOf(fact, of, item, as));
                Match match = machine.at(program, at, fit);
                if (match != null) {
                    seen.add(Candidate.of(meaning, match, found.get(at)));
                }
            });
        }
        return unblocked(seen);
    }

    /** Candidates are in the order of their places, so what can lie over another is near it. */
    private static List<Candidate> unblocked(List<Candidate> seen) {
        List<Candidate> kept = new ArrayList<>();
        List<Candidate> blockers = seen.stream()
                .filter(one -> one.meaning().has(PatternText.Flag.NOT))
                .toList();
        int first = 0;
        for (Candidate one : seen) {
            if (one.meaning().has(PatternText.Flag.NOT)) {
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
                Candidate blocker = blockers.get(i);
                // who names the wrong share says plainly what it is about
                boolean plain =
                        one.meaning().as() == Shape.As.REST && blocker.meaning().as() != Shape.As.REST;
                blocked = !plain && blocker.meaning().blocks(one.meaning()) && covers(blocker.match(), one.match());
            }
            if (!blocked) {
                kept.add(one);
            }
        }
        return kept;
    }

    /** A pattern that keeps an amount from being read keeps that amount only, others all words they name. */
    private static boolean covers(Match blocker, Match one) {
        boolean bothCapture = blocker.captured() >= 0 && one.captured() >= 0;
        return bothCapture ? blocker.captured() == one.captured() : blocker.shares(one);
    }

    Lexicon lexicon() {
        return lexicon;
    }
}
