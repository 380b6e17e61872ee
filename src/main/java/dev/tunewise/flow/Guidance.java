package dev.tunewise.flow;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.anchor.AnchoredPattern;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a flow has to say to a case before and beside its verdict.
 *
 * @param moves what to do next
 * @param mentions a regular expression over plain text, by the choice of the fact {@link #MENTIONS} that it stands for
 * @param grounds of some of these choices, which facts say the same
 * @param parts the pieces in which a case is restated, the most telling first
 * @param notes what holds of a thing that somebody names, such as the end of a model, whatever was asked
 * @param derived figures worked out from others, each after those that it rests on
 * @param sums what the figures of a case come to, whatever was asked
 * @param settings what people set and write down by its name
 * @param questions the questions that are answered first, the more particular before the more general; the last is asked where nothing else is
 * @param compositions answers to the main question by the kind of work, the more particular first
 * @param formulas the calculations that texts name in their slots, such as `{= rows / kinds}`, by their words
 */
public record Guidance(
        List<Move> moves,
        Map<String, AnchoredPattern> mentions,
        Map<String, Condition> grounds,
        List<CasePart> parts,
        List<Note> notes,
        List<Derived> derived,
        List<Note> sums,
        List<Setting> settings,
        List<LiteralQuestion> questions,
        List<Composition> compositions,
        Map<String, Condition.Test> formulas) {
    /** The fact that holds what was asked. */
    public static final String INTENT = "intent";
    /** The fact that holds what was named in passing or not. */
    public static final String MENTIONS = "mentions";
    /** The fact that holds what was told and points to a cause by itself. */
    public static final String TOLD = "told";
    /** Named, by the engine, where the questions of a message were told apart, so that nothing else is taken for one. */
    public static final String PARTS = "apart";
    /** Named where it is asked whether to do something. */
    public static final String WHETHER = "whether";
    /** Asked where a comparison of costs could change the answer. */
    public static final String COMPARED = "compared";
    /** Named where training is spoken of. */
    public static final String TRAINED = "trained";
    /** The forms of a question: one of those that it names, one of several, a cause, anything else but yes or no. */
    public static final String ALTERNATIVES = "alternatives";

    public static final String WHICH = "whichever";
    public static final String CAUSE = "cause";
    public static final String OPEN = "openended";
    /** Said by an answer that begins with yes or no, or with a verdict as "hardly". */
    public static final String YES_OR_NO = "yesno";

    /** A question whether to train that has no matter of its own. */
    public static final String PLAIN = "plainly";
    /** A question whether to train, in words that mean nothing else. */
    public static final String MAIN = "mainly";

    /** A question whose answer decides what is done, whatever it names. */
    public static final String SETTLING = "settling";

    public static final List<String> DECIDING = List.of(WHETHER, ALTERNATIVES, WHICH, PLAIN, SETTLING);

    /** What tells of a message how its question is put. */
    public static final Set<String> FORMS =
            Set.of(PARTS, WHETHER, ALTERNATIVES, WHICH, CAUSE, OPEN, PLAIN, MAIN, SETTLING);

    public static final String VERDICT = "judged";
    /** Stands between the words of several questions. */
    public static final String BETWEEN_PARTS = " … ";
    /** Between two questions that stand over one answer. */
    public static final String BETWEEN_QUOTES = "” “";
    /** For a flow without moves. */
    public static final Guidance NONE = new Guidance(
            List.of(), Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            Map.of());

    /** The question that stands for what nothing answers. */
    public Optional<LiteralQuestion> open() {
        return questions.stream()
                .filter(question -> question.is(LiteralQuestion.Role.OPEN))
                .findFirst();
    }

    /** Facts that hold what somebody asks, or that beg a question by themselves. */
    public Set<String> asking() {
        Set<String> asking = new HashSet<>(Set.of(INTENT, TOLD));
        for (LiteralQuestion question : questions) {
            Condition also = question.also();
            if (also != null) {
                asking.addAll(also.facts());
            }
        }
        return asking;
    }

    /**
     * A piece of a case in words.
     *
     * @param when holds where it applies, or null for always
     * @param moot holds where it was done already, so that nobody is told to do it, or null
     * @param text the words; it applies only where all its values are known
     */
    public record CasePart(
            @Nullable Condition when, @Nullable Condition moot, String text) {}

    /**
     * What holds of a thing that somebody names.
     *
     * @param told the choice of the fact {@link #TOLD} whose words it stands under; empty for none
     * @param when holds where it was named, or null where `told` says it all
     * @param text what to know about it
     * @param without facts of which none is told
     * @param decides what the words of a question hold that it answers, or null for none
     * @param finds the verdict that it forces, where the asker's own measurement decides the case; empty where it does not
     * @param steps what to do after such a verdict
     * @param sources where that comes from
     */
    public record Note(
            String told,
            @Nullable Condition when,
            List<String> without,
            String text,
            @Nullable Pattern decides,
            String finds,
            List<CasePart> steps,
            List<Citation> sources) {}

    /** A figure with the ways to work it out, of which the first that the case allows is taken. */
    public record Derived(String figure, List<Way> ways) {}

    /**
     * A way to work out a figure.
     *
     * @param when holds where it applies, or null where all that it calculates with is enough
     * @param sum the calculation, one of {@link #formulas}
     * @param how the calculation in words, with the values of the case in slots
     */
    public record Way(@Nullable Condition when, String sum, String how) {}

    /**
     * Something that people set, under the names that they type.
     *
     * @param each names of a part of it, which counts as often as `times` says
     * @param times names of the factor of `each`
     * @param remarks what to say of its value, of which the first that holds is given
     * @param most whether the largest of several different values counts instead of none
     * @param sum whether several values are added up
     */
    public record Setting(
            String fact,
            List<AnchoredPattern> names,
            List<AnchoredPattern> each,
            List<AnchoredPattern> times,
            List<Remark> remarks,
            boolean most,
            boolean sum) {
        /** The same with the names of another. */
        public Setting and(Setting other) {
            return new Setting(
                    fact,
                    Stream.concat(names.stream(), other.names.stream()).toList(),
                    each,
                    times,
                    remarks,
                    most || other.most,
                    sum);
        }
    }

    /**
     * An answer to the main question, whether to train, that is put together from the case: of each line and of each step the first that applies and whose values
     * are all known is told. Without its first line it is none.
     *
     * @param when holds where it applies
     * @param lines what it says; the first one takes a stand in the terms of who asks
     * @param faults what is wrong and what mends it, the worst first; some of them are told before the steps
     * @param steps what to do, in this order
     * @param taken the figures that it rests on, in a few words each
     * @param sources where it comes from
     */
    public record Composition(
            Condition when,
            List<List<CasePart>> lines,
            List<List<CasePart>> faults,
            List<List<CasePart>> steps,
            List<CasePart> taken,
            List<Citation> sources) {}

    /**
     * What to say of a setting.
     *
     * @param when holds where it applies
     * @param fine whether it is within the usual range, so that it needs no words of its own
     * @param text what to say; of what is fine, its name with its value
     * @param sources where it comes from
     */
    public record Remark(Condition when, boolean fine, String text, List<Citation> sources) {}
}
