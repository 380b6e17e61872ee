package dev.tunewise.advice.result;

import java.util.List;
import java.util.Locale;

/**
 * A gate and whether one may pass it.
 *
 * @param todo what to do about it while it is not
 * @param blocks whether it is of the kind that rules block on
 * @param asks facts that would tell, first one first; empty when it can be told or when no fact tells
 */
public record GateState(
        String gate,
        State state,
        String name,
        String todo,
        boolean blocks,
        List<String> asks,
        List<SourceReference> sources) {
    public enum State {
        /** In place. */
        MET,
        /** Not in place, or not known to be. */
        OPEN,
        /** No fact tells: to do in any case. */
        TO_DO;

        /** Kebab-case name, as the API and the texts write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
