package dev.tunewise.condition;

import java.util.List;

/** The result of compiling a text. */
public sealed interface Compilation {
    record Compiled(Condition condition) implements Compilation {}

    /** It is not; all that is wrong with it. */
    record Refused(List<ConditionProblem> problems) implements Compilation {}
}
