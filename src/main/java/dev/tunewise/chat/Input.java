package dev.tunewise.chat;

import java.util.List;
import java.util.Locale;

/**
 * One question on a card or form.
 *
 * @param hint a short help under it; may be empty
 * @param current the present value as {@link Action.Answer} writes it; empty when there is none
 * @param required whether a form may not leave it out; a question never is when "don't know" is allowed
 */
public record Input(String fact, String question, String hint, Kind kind, String current, boolean required) {
    public Input filled(String value) {
        return new Input(fact, question, hint, kind, value, required);
    }

    /** How a question is answered. */
    public sealed interface Kind {
        /** The answers to choose from, in order; none where there are none to offer. */
        default List<Option> offered() {
            return switch (this) {
                case One(List<Option> options) -> options;
                case Many(List<Option> options) -> options;
                case Number(String _, List<Option> picks, String _, String _) -> picks;
                case Search(List<Option> suggestions) -> suggestions;
                case YesNo _ -> Captions.yesNo();
            };
        }
    }

    /** What is asked, with the unit of a number where the words do not say it. */
    public String labelled() {
        String unit = kind instanceof Number number ? number.unit() : "";
        boolean said = question.toLowerCase(Locale.ROOT).contains(unit.toLowerCase(Locale.ROOT));
        return said ? question : question + " (" + unit + ")";
    }

    /** One of several options. */
    public record One(List<Option> options) implements Kind {}

    /** Any number of several options, also none. */
    public record Many(List<Option> options) implements Kind {}

    /** Yes or no. */
    public record YesNo() implements Kind {}

    /**
     * @param unit the unit's name to show after the field
     * @param min least allowed as decimal text; empty for none
     * @param max greatest allowed as decimal text; empty for none
     */
    public record Number(String unit, List<Option> picks, String min, String max) implements Kind {}

    /** A name out of a long list, typed or searched. */
    public record Search(List<Option> suggestions) implements Kind {}

    /** `value`: as {@link Action.Answer} writes it. `description`: one more line; may be empty. */
    public record Option(String value, String label, String description) {}
}
