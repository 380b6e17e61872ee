package dev.tunewise.conversation.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the thread has said: the part of the state that can be taken back.
 *
 * @param title the problem in the words of the person who opened the consultation
 * @param given what was answered and what is in doubt
 * @param reopened the fact that is asked although it has a value, or null
 * @param hurried whether an answer is wanted at once, with whatever has to be assumed
 * @param before the mind that an undo restores, or null when there is nothing to take back; not part of equality
 */
public record AnswerState(
        String title,
        GivenAnswers given,
        @Nullable String reopened,
        boolean stopped,
        Map<String, ParameterOverride> parameters,
        boolean hurried,
        FollowUp followUp,
        @Nullable AnswerState before) {
    static final AnswerState EMPTY =
            new AnswerState("", GivenAnswers.NONE, null, false, Map.of(), false, FollowUp.NONE, null);

    /** Answers by fact, in the order in which they were first given. */
    public Map<String, RecordedAnswer> held() {
        return given.held();
    }

    /** What the thread has to decide, by fact, oldest first. */
    public Map<String, OpenConflict> doubts() {
        return given.doubts();
    }

    AnswerState withTitle(String text) {
        return new AnswerState(text, given, reopened, stopped, parameters, hurried, followUp, before);
    }

    private AnswerState giving(Map<String, RecordedAnswer> held, Map<String, OpenConflict> doubts) {
        GivenAnswers now = new GivenAnswers(held, doubts);
        return new AnswerState(title, now, reopened, stopped, parameters, hurried, followUp, before);
    }

    AnswerState holding(String fact, RecordedAnswer answer) {
        Map<String, RecordedAnswer> more = new LinkedHashMap<>(held());
        more.put(fact, answer);
        return giving(more, doubts()).settled(fact);
    }

    AnswerState forgetting(String fact) {
        Map<String, RecordedAnswer> fewer = new LinkedHashMap<>(held());
        fewer.remove(fact);
        return giving(fewer, doubts()).settled(fact);
    }

    AnswerState doubting(String fact, OpenConflict doubt) {
        Map<String, OpenConflict> more = new LinkedHashMap<>(doubts());
        more.remove(fact);
        more.put(fact, doubt);
        return giving(held(), more);
    }

    /** Nothing about the fact is open any more. */
    AnswerState settled(String fact) {
        Map<String, OpenConflict> fewer = new LinkedHashMap<>(doubts());
        fewer.remove(fact);
        return giving(held(), fewer).reopening(fact.equals(reopened) ? null : reopened);
    }

    public AnswerState reopening(@Nullable String fact) {
        return new AnswerState(title, given, fact, stopped, parameters, hurried, followUp, before);
    }

    AnswerState tuned(String parameter, ParameterOverride tuning) {
        Map<String, ParameterOverride> more = new LinkedHashMap<>(parameters);
        more.put(parameter, tuning);
        return new AnswerState(title, given, reopened, stopped, more, hurried, followUp, before);
    }

    AnswerState untuned(String parameter) {
        Map<String, ParameterOverride> fewer = new LinkedHashMap<>(parameters);
        fewer.remove(parameter);
        return new AnswerState(title, given, reopened, stopped, fewer, hurried, followUp, before);
    }

    AnswerState resting(boolean rests) {
        return new AnswerState(title, given, reopened, rests, parameters, hurried, followUp, before);
    }

    AnswerState hurrying(boolean now) {
        return new AnswerState(title, given, reopened, stopped, parameters, now, followUp, before);
    }

    AnswerState namedNow(Author author) {
        Author owner = followUp.owner();
        Author named = owner == null ? null : author.orNamedNow(owner);
        return named == null || named.equals(owner) ? this : following(followUp.owned(named));
    }

    AnswerState following(FollowUp next) {
        return new AnswerState(title, given, reopened, stopped, parameters, hurried, next, before);
    }

    AnswerState restarted() {
        return new AnswerState(title, GivenAnswers.NONE, null, false, Map.of(), false, followUp, before);
    }

    /** The mind that an undo restores; itself when there is nothing to take back. */
    AnswerState undone() {
        return before == null ? this : before;
    }

    /** Follows another mind; asking again is no step of its own, so an undo goes back behind it. */
    AnswerState after(AnswerState earlier) {
        AnswerState back = onlyAsksMoreThan(earlier) ? earlier.before : earlier.reopening(null);
        return new AnswerState(title, given, reopened, stopped, parameters, hurried, followUp, back);
    }

    private boolean onlyAsksMoreThan(AnswerState earlier) {
        return reopening(null).equals(earlier.reopening(null));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnswerState mind
                && title.equals(mind.title)
                && given.equals(mind.given)
                && Objects.equals(reopened, mind.reopened)
                && stopped == mind.stopped
                && hurried == mind.hurried
                && followUp.equals(mind.followUp)
                && parameters.equals(mind.parameters);
    }

    @Override
    public int hashCode() {
        return Objects.hash(title, given, reopened, stopped, parameters, hurried, followUp);
    }

    @Override
    public String toString() {
        return "Mind[" + title + ", " + held() + ", " + doubts() + ", reopened=" + reopened + ", stopped=" + stopped
                + ", " + parameters + "]";
    }
}
