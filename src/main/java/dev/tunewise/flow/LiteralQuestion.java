package dev.tunewise.flow;

import dev.tunewise.condition.Condition;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question that people put in their own terms, with its answers.
 *
 * @param intent the choice of the fact `intent` that stands for it
 * @param put holds where what was said puts this question in other words, or null; it is then answered first
 * @param topic holds where the words speak of its matter, or null; it is then answered where nothing more particular is sure
 * @param also holds where a case begs this question although nobody put it so, or null
 * @param needs what the words of a case have to hold for its answers to make sense, however alike the question is, or null
 * @param asks what the words of the question itself have to hold, or null
 * @param says what the words have to hold to put just this question, however unlike it is otherwise, or null
 * @param roles what else is to be known of it
 * @param answers the first that applies is given
 * @param moves ids of the moves that belong to it, the first one first
 */
public record LiteralQuestion(
        String intent,
        @Nullable Condition put,
        @Nullable Condition topic,
        @Nullable Condition also,
        @Nullable Pattern needs,
        @Nullable Pattern asks,
        @Nullable Pattern says,
        Set<Role> roles,
        List<Reply> answers,
        List<String> moves) {
    /** What a question may be besides. */
    public enum Role {
        /** Its answers name a cause, so that no other cause is told. */
        EXPLAINS,
        /** It is about whether to train at all, so that the leaning bears on it. */
        WEIGHS,
        /** So general that it is answered where of its neighbours none is sure. */
        GENERAL,
        /** It stands for what nothing answers. */
        OPEN,
        /** What the last question says of a case under a condition goes before its own answers. */
        YIELDS,
        /** Its own answers say whether to train for just this fault, so what is said of the kind of work in general does not go before them. */
        SETTLES
    }

    /** Whether its answers make sense to these words, both as {@link dev.tunewise.flow.interview.NamedThings#plain}. */
    public boolean fits(String told, String asked) {
        return (needs == null || needs.matcher(told).find())
                && (asks == null || asks.matcher(asked).find());
    }

    /** Whether these words put just this question; they are given as {@link dev.tunewise.flow.interview.NamedThings#plain}. */
    public boolean isPutBy(String words) {
        return says != null && says.matcher(words).find();
    }

    /** Whether who tells a fault in these words means it, though nothing is asked; they are given as above. */
    public boolean isToldBy(String words) {
        return is(Role.EXPLAINS) || isPutBy(words);
    }

    /** Whether all that it says to these words, given as above, is that nothing answers them. */
    public boolean refuses(String words) {
        return is(Role.OPEN) && answers.stream().noneMatch(reply -> reply.asks() != null && reply.answers(words));
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether anything more particular is better: it is general, or stands for what nothing answers. */
    public boolean isBroad() {
        return is(Role.GENERAL) || is(Role.OPEN);
    }

    /** The same question, answered as `other` answers it wherever one of its conditions holds. */
    public LiteralQuestion yieldingTo(LiteralQuestion other) {
        List<Reply> all = Stream.concat(other.answers.stream().filter(reply -> reply.when() != null), answers.stream())
                .toList();
        Set<Role> yielding = EnumSet.of(Role.YIELDS, Role.WEIGHS);
        yielding.addAll(roles);
        return new LiteralQuestion(intent, put, topic, also, needs, asks, says, yielding, all, moves);
    }

    /**
     * @param when holds where it applies, or null for always
     * @param asks what the words of the question have to hold, or null
     * @param text what it says; it applies only where all its values are known
     * @param steps what to do in their order; each is left out where it does not apply or a value is not known
     * @param code what to type, of which the first that applies is shown; nothing is filled in
     * @param sources where it comes from
     */
    public record Reply(
            @Nullable Condition when,
            @Nullable Pattern asks,
            String text,
            List<Guidance.CasePart> steps,
            List<Snippet> code,
            List<Citation> sources) {
        /** Whether it answers a question in these words, given as above. */
        public boolean answers(String words) {
            return asks == null || asks.matcher(words).find();
        }
    }

    /**
     * Lines to type or to write into a file.
     *
     * @param when holds where they fit, or null for always
     * @param language what they are written in, such as `python` or `json`
     */
    public record Snippet(@Nullable Condition when, String language, String text) {}
}
