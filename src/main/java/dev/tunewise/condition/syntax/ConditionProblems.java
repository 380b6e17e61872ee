package dev.tunewise.condition.syntax;

import dev.tunewise.condition.ConditionProblem;
import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.ProblemTexts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one text, by offset in code points. */
public final class ConditionProblems {
    private final int[] text;
    private final List<ConditionProblem> problems = new ArrayList<>();

    public ConditionProblems(String text) {
        this.text = text.codePoints().toArray();
    }

    /** Adds a problem at an offset, in the words that {@link ProblemTexts} has for it; offsets beyond the end point just after the last character. */
    public void add(String key, int at, @Nullable Object... values) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(at, text.length); i++) {
            if (text[i] == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        Problem said = ProblemTexts.error(key, new Position("", line, column), values);
        problems.add(new ConditionProblem(said.code(), line, column, said.message(), said.remedy()));
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    public List<ConditionProblem> all() {
        return List.copyOf(problems);
    }
}
