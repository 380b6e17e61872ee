package dev.tunewise.conversation.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the thread has said: the part of the state that can be taken back.
 *
 * @param title the problem in the words of the person who opened the consultation
 * @param held answers by fact, in the order in which they were first given
 * @param doubts what the thread has to decide, by fact, oldest first
 * @param reopened the fact that is asked although it has a value, or null
 * @param hurried whether an answer is wanted at once, with whatever has to be assumed
 * @param before the mind that an undo restores, or null when there is nothing to take back; not part of equality
 * @param given the answers that follow from what is held; not part of equality
 */
public record AnswerState(
        String title,
        Map<String, RecordedAnswer> held,
        Map<String, OpenConflict> doubts,
        @Nullable String reopened,
        boolean stopped,
        Map<String, ParameterOverride> parameters,
        boolean hurried,
        FollowUp followUp,
        @Nullable AnswerState before,
        GivenAnswers given) {
    static final AnswerState EMPTY =
            new AnswerState("", Map.of(), Map.of(), null, false, Map.of(), false, FollowUp.NONE, null);

    private AnswerState(
            String title,
            Map<String, RecordedAnswer> held,
            Map<String, OpenConflict> doubts,
            @Nullable String reopened,
            boolean stopped,
            Map<String, ParameterOverride> parameters,
            boolean hurried,
            FollowUp followUp,
            @Nullable AnswerState before) {
        this(
                title,
                held,
                doubts,
                reopened,
                stopped,
                parameters,
                hurried,
                followUp,
                before,
                new GivenAnswers(held, doubts));
    }

    AnswerState withTitle(String text) {
        return new AnswerState(text, held, doubts, reopened, stopped, parameters, hurried, followUp, before);
    }

    AnswerState holding(String fact, RecordedAnswer answer) {
        Map<String, RecordedAnswer> more = new LinkedHashMap<>(held);
        more.put(fact, answer);
        return new AnswerState(title, more, doubts, reopened, stopped, parameters, hurried, followUp, before)
                .settled(fact);
    }

    AnswerState forgetting(String fact) {
        Map<String, RecordedAnswer> fewer = new LinkedHashMap<>(held);
        fewer.remove(fact);
        return new AnswerState(title, fewer, doubts, reopened, stopped, parameters, hurried, followUp, before)
                .settled(fact);
    }

    AnswerState doubting(String fact, OpenConflict doubt) {
        Map<String, OpenConflict> more = new LinkedHashMap<>(doubts);
        more.remove(fact);
        more.put(fact, doubt);
        return new AnswerState(title, held, more, reopened, stopped, parameters, hurried, followUp, before);
    }

    /** Nothing about the fact is open any more. */
    AnswerState settled(String fact) {
        Map<String, OpenConflict> fewer = new LinkedHashMap<>(doubts);
        fewer.remove(fact);
        return new AnswerState(
                title,
                held,
                fewer,
                fact.equals(reopened) ? null : reopened,
                stopped,
                parameters,
                hurried,
                followUp,
                before);
    }

    public AnswerState reopening(@Nullable String fact) {
        return new AnswerState(title, held, doubts, fact, stopped, parameters, hurried, followUp, before);
    }

    AnswerState tuned(String parameter, ParameterOverride tuning) {
        Map<String, ParameterOverride> more = new LinkedHashMap<>(parameters);
        more.put(parameter, tuning);
        return new AnswerState(title, held, doubts, reopened, stopped, more, hurried, followUp, before);
    }

    AnswerState untuned(String parameter) {
        Map<String, ParameterOverride> fewer = new LinkedHashMap<>(parameters);
        fewer.remove(parameter);
        return new AnswerState(title, held, doubts, reopened, stopped, fewer, hurried, followUp, before);
    }

    AnswerState resting(boolean rests) {
        return new AnswerState(title, held, doubts, reopened, rests, parameters, hurried, followUp, before);
    }

    AnswerState hurrying(boolean now) {
        return new AnswerState(title, held, doubts, reopened, stopped, parameters, now, followUp, before);
    }

    AnswerState namedNow(Author author) {
        Author owner = followUp.owner();
        Author named = owner == null ? null : author.orNamedNow(owner);
        return named == null || named.equals(owner) ? this : following(followUp.owned(named));
    }

    AnswerState following(FollowUp next) {
        return new AnswerState(title, held, doubts, reopened, stopped, parameters, hurried, next, before);
    }

    AnswerState restarted() {
        return new AnswerState(title, Map.of(), Map.of(), null, false, Map.of(), false, followUp, before);
    }

    /** The mind that an undo restores; itself when there is nothing to take back. */
    AnswerState undone() {
        return before == null ? this : before;
    }

    /** Follows another mind; asking again is no step of its own, so an undo goes back behind it. */
    AnswerState after(AnswerState earlier) {
        AnswerState back = onlyAsksMoreThan(earlier) ? earlier.before : earlier.reopening(null);
        return new AnswerState(title, held, doubts, reopened, stopped, parameters, hurried, followUp, back);
    }

    private boolean onlyAsksMoreThan(AnswerState earlier) {
        return reopening(null).equals(earlier.reopening(null));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnswerState mind
                && title.equals(mind.title)
                && held.equals(mind.held)
                && doubts.equals(mind.doubts)
                && Objects.equals(reopened, mind.reopened)
                && stopped == mind.stopped
                && hurried == mind.hurried
                && followUp.equals(mind.followUp)
                && parameters.equals(mind.parameters);
    }

    @Override
    public int hashCode() {
        return Objects.hash(title, held, doubts, reopened, stopped, parameters, hurried, followUp);
    }

    @Override
    public String toString() {
        return "Mind[" + title + ", " + held + ", " + doubts + ", reopened=" + reopened + ", stopped=" + stopped + ", "
                + parameters + "]";
    }
}
