package dev.tunewise.advice.result;

import java.util.List;
import java.util.Locale;

/** A lever with its place in the plan. `text`: why it has this place, or what to do about it; may be empty. */
public record LadderStep(String lever, String label, State state, String text, List<SourceReference> sources) {
    public enum State {
        DONE,
        NOW,
        /** Pull it after that. */
        NEXT,
        /** It may come later. */
        LATER,
        /** It cannot help here. */
        NOT_FOR_THIS;

        /** Kebab-case name, as the API and the texts write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
