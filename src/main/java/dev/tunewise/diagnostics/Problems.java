package dev.tunewise.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects problems so that all of them are reported at once. Not thread-safe: one collector, one load. */
public class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    /** Notes an error in the words that {@link ProblemTexts} has for it. */
    public void error(String key, Position at, @Nullable Object... values) {
        add(ProblemTexts.error(key, at, values));
    }

    public void warning(String key, Position at, @Nullable Object... values) {
        add(ProblemTexts.warning(key, at, values));
    }

    public List<Problem> sorted() {
        return found.stream()
                .sorted((a, b) -> a.position().compareTo(b.position()))
                .toList();
    }

    /** Says whether anything found keeps the file from being used. */
    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** The report people read: each problem with its place, its line, a caret and the remedy. */
    public static String render(List<Problem> problems) {
        return problems.stream().map(Problems::render).collect(Collectors.joining("\n"));
    }

    private static String render(Problem problem) {
        String line = problem.sourceLine().replace('\t', ' ');
        String caret = " ".repeat(problem.position().column() - 1) + "^";
        return problem.position() + ": " + problem.severity().name().toLowerCase(Locale.ROOT) + " [" + problem.code()
                + "] " + problem.message() + "\n"
                + (line.isEmpty() ? "" : "    " + line + "\n    " + caret + "\n")
                + "    " + problem.remedy() + "\n";
    }
}
