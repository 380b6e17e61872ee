package dev.tunewise.conversation;

import java.util.Collections;
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
 * @param stopped whether the consultation rests
 * @param parameters cost parameters set by hand
 * @param before the mind that an undo restores, or null when there is nothing to take back; not part of equality
 */
record Mind(
        String title,
        Map<String, Held> held,
        Map<String, Doubt> doubts,
        @Nullable String reopened,
        boolean stopped,
        Map<String, Tuning> parameters,
        @Nullable Mind before) {
    Mind {
        held = Collections.unmodifiableMap(new LinkedHashMap<>(held));
        doubts = Collections.unmodifiableMap(new LinkedHashMap<>(doubts));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    static final Mind EMPTY = new Mind("", Map.of(), Map.of(), null, false, Map.of(), null);

    Mind withTitle(String text) {
        return new Mind(text, held, doubts, reopened, stopped, parameters, before);
    }

    Mind holding(String fact, Held answer) {
        Map<String, Held> more = new LinkedHashMap<>(held);
        more.put(fact, answer);
        return new Mind(title, more, doubts, reopened, stopped, parameters, before).settled(fact);
    }

    Mind forgetting(String fact) {
        Map<String, Held> fewer = new LinkedHashMap<>(held);
        fewer.remove(fact);
        return new Mind(title, fewer, doubts, reopened, stopped, parameters, before).settled(fact);
    }

    Mind doubting(String fact, Doubt doubt) {
        Map<String, Doubt> more = new LinkedHashMap<>(doubts);
        more.remove(fact);
        more.put(fact, doubt);
        return new Mind(title, held, more, reopened, stopped, parameters, before);
    }

    /** Nothing about the fact is open any more. */
    Mind settled(String fact) {
        Map<String, Doubt> fewer = new LinkedHashMap<>(doubts);
        fewer.remove(fact);
        return new Mind(title, held, fewer, fact.equals(reopened) ? null : reopened, stopped, parameters, before);
    }

    Mind reopening(@Nullable String fact) {
        return new Mind(title, held, doubts, fact, stopped, parameters, before);
    }

    Mind tuned(String parameter, Tuning tuning) {
        Map<String, Tuning> more = new LinkedHashMap<>(parameters);
        more.put(parameter, tuning);
        return new Mind(title, held, doubts, reopened, stopped, more, before);
    }

    Mind untuned(String parameter) {
        Map<String, Tuning> fewer = new LinkedHashMap<>(parameters);
        fewer.remove(parameter);
        return new Mind(title, held, doubts, reopened, stopped, fewer, before);
    }

    Mind resting(boolean rests) {
        return new Mind(title, held, doubts, reopened, rests, parameters, before);
    }

    Mind restarted() {
        return new Mind(title, Map.of(), Map.of(), null, false, Map.of(), before);
    }

    /** The mind that an undo restores; itself when there is nothing to take back. */
    Mind undone() {
        return before == null ? this : before;
    }

    /** Follows another mind; asking again is no step of its own, so an undo goes back behind it. */
    Mind after(Mind earlier) {
        Mind back = onlyAsksMoreThan(earlier) ? earlier.before : earlier.reopening(null);
        return new Mind(title, held, doubts, reopened, stopped, parameters, back);
    }

    private boolean onlyAsksMoreThan(Mind earlier) {
        return reopening(null).equals(earlier.reopening(null));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mind mind
                && title.equals(mind.title)
                && held.equals(mind.held)
                && doubts.equals(mind.doubts)
                && Objects.equals(reopened, mind.reopened)
                && stopped == mind.stopped
                && parameters.equals(mind.parameters);
    }

    @Override
    public int hashCode() {
        return Objects.hash(title, held, doubts, reopened, stopped, parameters);
    }

    @Override
    public String toString() {
        return "Mind[" + title + ", " + held + ", " + doubts + ", reopened=" + reopened + ", stopped=" + stopped + ", "
                + parameters + "]";
    }
}
