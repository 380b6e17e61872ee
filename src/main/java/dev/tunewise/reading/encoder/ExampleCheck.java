package dev.tunewise.reading.encoder;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.ProblemTexts;
import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Guidance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Checks the examples of a flow: unknown facts and values are errors; few lines, copies and lines near to another value are warnings. */
public final class ExampleCheck {
    /** A value with fewer lines is hardly learned. */
    private static final int FEW = 12;
    /** A kind of question is recognised by its nearest line and by what answers it, so a handful is enough. */
    private static final int FEW_QUESTIONS = 3;

    /** Likenesses run from about 0.75 to 1. */
    private static final float CLEARLY = 0.04f;

    private static final Set<String> BESIDE = Set.of(
            "none",
            Guidance.TOLD + "." + ExampleLines.NOTHING,
            "guard.denied",
            "guard.is_not",
            "guard.opening",
            "guard.in_passing",
            "guard.waived",
            "guard.wished",
            "guard.supposed",
            "guard.stated_by_wish");

    private final Flow flow;
    private final Places places;
    private final ExampleLines examples;
    private final List<Problem> problems = new ArrayList<>();

    private ExampleCheck(Flow flow, Places places) {
        this.flow = flow;
        this.places = places;
        examples = ExampleLines.of(flow);
    }

    /** Where examples stand in their file. */
    @FunctionalInterface
    public interface Places {
        /**
         * The place of a line.
         *
         * @param key its list, as in {@link Flow#utterances}
         * @param index its place in the list, from 0
         */
        Position of(String key, int index);
    }

    /** What can be said without an encoder. */
    public static List<Problem> check(Flow flow, Places places) {
        ExampleCheck check = new ExampleCheck(flow, places);
        Set<String> known = new HashSet<>(BESIDE);
        for (int fact = 0; fact < check.examples.facts().size(); fact++) {
            for (String value : check.examples.values().get(fact)) {
                known.add(check.examples.facts().get(fact) + "." + value);
            }
        }
        for (String about : List.of(Guidance.INTENT, Guidance.TOLD)) {
            flow.fact(about).ifPresent(fact -> fact.choices().forEach(kind -> known.add(about + "." + kind)));
        }
        flow.utterances().keySet().stream().sorted().forEach(key -> check.list(key, known));
        return check.problems;
    }

    private void list(String key, Set<String> known) {
        List<String> lines = flow.utterances().getOrDefault(key, List.of());
        if (!known.contains(key)) {
            problems.add(ProblemTexts.error(
                    "utterances-unknown", places.of(key, 0), key, Suggestion.remedy(key, List.copyOf(known))));
            return;
        }
        boolean near = key.startsWith(Guidance.INTENT + ".") || key.startsWith(Guidance.TOLD + ".");
        int few = near ? FEW_QUESTIONS : FEW;
        if (!BESIDE.contains(key) && lines.size() < few) {
            problems.add(ProblemTexts.warning("utterances-few", places.of(key, 0), key, lines.size(), few));
        }
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Integer earlier = first.putIfAbsent(plain(lines.get(i)), i);
            if (earlier != null) {
                problems.add(ProblemTexts.warning("utterances-copy", places.of(key, i), key, lines.get(i)));
            }
        }
    }

    private static String plain(String line) {
        return line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** Lines that lie nearer to the lines of another value of their fact than to those of their own, by what was learned. */
    public static List<Problem> near(Flow flow, LearnedChoices learned, Places places) {
        ExampleCheck check = new ExampleCheck(flow, places);
        for (int fact = 0; fact < check.examples.facts().size(); fact++) {
            check.fact(fact, learned);
        }
        return check.problems;
    }

    private void fact(int fact, LearnedChoices learned) {
        List<Set<Integer>> stated = examples.stated().get(fact);
        float[] best = new float[examples.values().get(fact).size()];
        for (int line = 0; line < stated.size(); line++) {
            if (stated.get(line).size() == 1) {
                int own = stated.get(line).iterator().next();
                int rival = rival(stated, line, own, learned, best);
                if (rival >= 0) {
                    report(fact, own, rival, examples.lines().get(line));
                }
            }
        }
    }

    private static int rival(List<Set<Integer>> stated, int line, int own, LearnedChoices learned, float[] best) {
        Arrays.fill(best, -1);
        for (int other = 0; other < stated.size(); other++) {
            float like = other == line || stated.get(other).isEmpty() ? -1 : learned.likeness(line, other);
            for (int value : stated.get(other)) {
                best[value] = Math.max(best[value], like);
            }
        }
        int nearest = own;
        for (int value = 0; value < best.length; value++) {
            nearest = best[value] > best[nearest] ? value : nearest;
        }
        boolean clearly = nearest != own && best[nearest] - best[own] > CLEARLY;
        return clearly ? nearest : -1;
    }

    private void report(int place, int own, int rival, String line) {
        String fact = examples.facts().get(place);
        List<String> values = examples.values().get(place);
        String key = fact + "." + values.get(own);
        int index = flow.utterances().getOrDefault(key, List.of()).indexOf(line);
        problems.add(
                ProblemTexts.warning("utterances-near", places.of(key, index), line, fact, values.get(rival), key));
    }
}
