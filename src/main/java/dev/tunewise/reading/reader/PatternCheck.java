package dev.tunewise.reading.reader;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.ProblemTexts;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.cue.PatternCandidate;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.reading.pattern.Lexicon;
import dev.tunewise.reading.pattern.PatternExamples;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.PatternMeaning;
import dev.tunewise.reading.pattern.PatternParser;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks the words of a flow: patterns that cannot be used are errors, words that two meanings claim are warnings. */
public final class PatternCheck {
    /** What may mean something else gives way to what does, and a question and what it is about are told by the same words. */
    private static final Set<PatternParser.Flag> SILENT = EnumSet.of(
            PatternParser.Flag.NOT,
            PatternParser.Flag.MAYBE,
            PatternParser.Flag.ALSO,
            PatternParser.Flag.ASK,
            PatternParser.Flag.ASKED,
            PatternParser.Flag.QUESTION);

    private final Flow flow;
    private final Places places;
    private final PatternScanner watch;

    private PatternCheck(Flow flow, Places places) {
        this.flow = new ParameterFacts(flow).joined();
        this.places = places;
        watch = new PatternScanner(this.flow, NameCatalogue.none());
    }

    /** Where words stand in their file. */
    @FunctionalInterface
    public interface Places {
        /**
         * The place of a pattern.
         *
         * @param key the key of its list, as in {@link Flow#synonyms}
         * @param index its place in the list, from 0
         */
        Position of(String key, int index);
    }

    /** What is wrong with the words of a flow. `places`: where its words stand. */
    public static List<Problem> check(Flow flow, Places places) {
        PatternCheck check = new PatternCheck(flow, places);
        List<Problem> problems = new ArrayList<>(unusable(check.watch.lexicon(), places));
        problems.addAll(check.shared());
        return problems;
    }

    /** The patterns that a reader could not use, which is known at once; what two meanings claim takes a second to find. */
    public static List<Problem> unusable(MessageReader reader, Places places) {
        return unusable(reader.lexicon(), places);
    }

    private static List<Problem> unusable(Lexicon lexicon, Places places) {
        return lexicon.faults().stream()
                .map(fault -> ProblemTexts.error(
                        "words-pattern",
                        places.of(fault.key(), Math.max(0, fault.index())),
                        fault.key(),
                        fault.message()))
                .toList();
    }

    private List<Problem> shared() {
        List<Problem> problems = new ArrayList<>();
        Set<Set<String>> told = new LinkedHashSet<>();
        for (Lexicon.Entry entry : watch.lexicon().entries()) {
            if (entry.index() < 0 || isSilent(entry.meaning())) {
                continue;
            }
            for (String words : PatternExamples.of(entry)) {
                String rival = rival(entry, words);
                if (!rival.isEmpty() && told.add(Set.of(entry.meaning().key(), rival, words))) {
                    problems.add(ProblemTexts.warning(
                            "words-shared",
                            places.of(entry.meaning().key(), entry.index()),
                            entry.meaning().key(),
                            rival,
                            words));
                    break;
                }
            }
        }
        return problems;
    }

    private static boolean isSilent(PatternMeaning meaning) {
        return meaning.flags().stream().anyMatch(SILENT::contains);
    }

    /** The key of another meaning that reads exactly the same words as surely; empty when there is none. */
    private String rival(Lexicon.Entry entry, String words) {
        List<PatternCandidate> candidates = watch.see(words).candidates();
        List<PatternMatch> own = candidates.stream()
                .filter(one -> one.meaning().equals(entry.meaning()))
                .map(PatternCandidate::match)
                .toList();
        for (PatternCandidate one : candidates) {
            boolean other = !one.meaning().key().equals(entry.meaning().key()) && !isSilent(one.meaning());
            boolean open = one.meaning().has(PatternParser.Flag.OPEN);
            boolean apart = open != entry.meaning().has(PatternParser.Flag.OPEN)
                    || open && !one.meaning().fact().equals(entry.meaning().fact());
            if (other && !apart && own.stream().anyMatch(match -> isSame(match, one.match()))) {
                return flow.fact(one.meaning().fact().id()).isPresent()
                        ? one.meaning().key()
                        : "";
            }
        }
        return "";
    }

    private static boolean isSame(PatternMatch match, PatternMatch other) {
        return match.start() == other.start()
                && match.literal() == other.literal()
                && match.captured() == other.captured();
    }
}
