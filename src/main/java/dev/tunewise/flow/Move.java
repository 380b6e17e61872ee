package dev.tunewise.flow;

import dev.tunewise.condition.Condition;
import dev.tunewise.diagnostics.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who knows would do next in such a case. In its texts `{fact}` stands for a value and `{fact.number}` for its bare number; a
 * sentence whose value is not known is left out.
 *
 * @param when holds where it applies; what is only assumed never counts
 * @param unless where this surely holds it does not apply after all, or null
 * @param weight from 1 to 100, the stronger first
 * @param cause what is probably behind the case; may be empty
 * @param texts what to do: the first all of whose values are known, else the last
 * @param tomorrow the test and what its outcome means; empty where there is nothing to test
 * @param number a figure from the sources; may be empty
 * @param group moves of one group say nearly the same, and only the strongest of them is shown; empty for a group of its own
 * @param sources where it comes from
 * @param position where it is declared
 */
public record Move(
        String id,
        Condition when,
        @Nullable Condition unless,
        int weight,
        String cause,
        List<String> texts,
        String why,
        String tomorrow,
        String effort,
        String number,
        String group,
        List<Citation> sources,
        Position position) {}
