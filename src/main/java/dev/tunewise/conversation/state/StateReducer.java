package dev.tunewise.conversation.state;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies the changes of one entry to a state, one after the other. Used while stepping and while folding, so that both agree. */
public final class StateReducer {
    private final Flow flow;
    private final ConversationState before;
    private final Author author;
    private final Instant at;
    private final List<String> read = new ArrayList<>();
    private final List<String> proposed = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private AnswerState mind;
    private ThreadState shown;
    private boolean undone;

    public StateReducer(Flow flow, ConversationState before, Author author, Instant at) {
        this.flow = flow;
        this.before = before;
        this.author = author;
        this.at = at;
        this.mind = before.mind();
        this.shown = before.shown();
    }

    /** The state as it is in the middle of the entry. */
    public ConversationState now() {
        return new ConversationState(mind, shown, before.entries());
    }

    /** The state after the entry. */
    public ConversationState done() {
        boolean changed = !mind.equals(before.mind());
        AnswerState after = changed && !undone ? mind.after(start()) : mind;
        boolean joins = changed || undone || before.entries() == 0;
        return new ConversationState(
                after.namedNow(author), joins ? shown.joinedBy(author) : shown, before.entries() + 1);
    }

    /** What an undo of this entry goes back to; the title that opened the consultation stays. */
    private AnswerState start() {
        return before.entries() == 0 ? AnswerState.EMPTY.withTitle(mind.title()) : before.mind();
    }

    public void apply(Change change) {
        switch (change) {
            case Change.Answered(String id, Value value, String quote) -> answered(id, value, quote);
            case Change.Assumed(String id) -> assumed(id, RecordedAnswer.Basis.ASSUMED);
            case Change.Skipped(String id) -> assumed(id, RecordedAnswer.Basis.SKIPPED);
            case Change.Forgotten(String id) -> flow.fact(id).ifPresent(fact -> mind = mind.forgetting(fact.id()));
            case Change.Reopened(String id) -> flow.fact(id).ifPresent(fact -> mind = mind.reopening(fact.id()));
            case Change.Kept(String id) -> flow.fact(id).ifPresent(fact -> kept(fact.id()));
            case Change.Unclear(String id, List<Value> readings, String quote) ->
                raise(id, new OpenConflict.Readings(readings, author, quote, before.entries()));
            case Change.Disputed(String id, Value value, String quote) ->
                raise(id, new OpenConflict.Dispute(value, author, quote, before.entries()));
            case Change.Proposed(String id, Value value, String quote) ->
                raise(id, new OpenConflict.Proposal(value, author, quote, before.entries()));
            case Change.Raised(String id) -> raised(id);
            case Change.Missed(String id) -> flow.fact(id).ifPresent(fact -> shown = shown.missed(fact.id()));
            case Change.Tuned(String parameter, BigDecimal value, String quote) ->
                mind = mind.tuned(parameter, new ParameterOverride(value, author, at, quote, before.entries()));
            case Change.Recorded recorded -> recorded(recorded);
            case Change.Preset set ->
                mind = mind.tuned(
                        set.parameter(),
                        new ParameterOverride(
                                set.value(), by(set.author()), when(set.at()), set.quote(), before.entries()));
            case Change.Untuned(String parameter) -> mind = mind.untuned(parameter);
            case Change.Titled(String text) -> mind = mind.withTitle(text);
            case Change.Undone _ -> {
                mind = mind.undone();
                undone = true;
            }
            case Change.Restarted _ -> mind = mind.restarted();
            case Change.Stopped _ -> mind = mind.resting(true);
            case Change.Resumed _ -> mind = mind.resting(false);
            case Change.Asked(String card, List<String> facts) ->
                shown = shown.withItem(card, new ThreadState.Card(known(facts), true));
            case Change.Settled(String card) -> settled(card);
            case Change.Concluded concluded -> concluded(concluded);
            case Change.Implied(String id, Value value, List<String> from) -> implied(id, value, from);
            case Change.Presumed(String id, Value value) -> presumed(id, value);
            case Change.Hurried(boolean now) -> mind = mind.hurrying(now);
            case Change.Leaned leaned -> shown = shown.leaning(leaned);
            case Change.Withdrawn _ -> shown = shown.saying(null);
            case Change.Followed followed -> shown = shown.following(followed.fingerprint());
            case Change.FollowedUp(FollowUp now) -> mind = mind.following(now);
            case Change.Reminding(boolean more) -> shown = shown.reminded(!more);
            case Change.Revisited _ -> mind = mind.following(mind.followUp().revisited(at));
        }
    }

    private void answered(String id, Value value, String quote) {
        Fact fact = flow.fact(id).orElse(null);
        if (fact == null || !ValueConstraints.fits(fact, value)) {
            return;
        }
        boolean announced = mind.doubts().containsKey(fact.id()) || changes(fact.id());
        hold(fact.id(), new RecordedAnswer(value, RecordedAnswer.Basis.SAID, author, at, quote, before.entries()));
        // What was asked shows in its answer.
        if (!quote.isBlank() && !announced && !flow.isAsked(fact.id())) {
            read.add(fact.id());
            tell();
        }
    }

    /** A change is announced by itself. */
    private boolean changes(String fact) {
        RecordedAnswer held = before.mind().held().get(fact);
        return held != null && !held.assumed() && !fact.equals(before.mind().reopened());
    }

    /** Without a word on who said what: that is told once for the whole record. */
    private void recorded(Change.Recorded recorded) {
        flow.fact(recorded.fact())
                .filter(fact -> ValueConstraints.fits(fact, recorded.value()))
                .ifPresent(fact -> hold(
                        fact.id(),
                        new RecordedAnswer(
                                recorded.value(),
                                RecordedAnswer.Basis.of(recorded.assumed(), recorded.from()),
                                by(recorded.author()),
                                when(recorded.at()),
                                recorded.quote(),
                                before.entries(),
                                recorded.from())));
    }

    /** People of a record are known by name only; whoever brings it stands for those that nobody noted. */
    private Author by(String name) {
        return name.isBlank() ? author : new Author("record:" + name, name);
    }

    private Instant when(@Nullable Instant recorded) {
        return recorded == null ? at : recorded;
    }

    private void assumed(String id, RecordedAnswer.Basis basis) {
        flow.fact(id)
                .ifPresent(fact ->
                        hold(fact.id(), new RecordedAnswer(fact.assume(), basis, author, at, "", before.entries())));
    }

    private void implied(String id, Value value, List<String> from) {
        flow.fact(id).filter(fact -> ValueConstraints.fits(fact, value)).ifPresent(fact -> {
            hold(
                    fact.id(),
                    new RecordedAnswer(
                            value, RecordedAnswer.Basis.IMPLIED, author, at, "", before.entries(), known(from)));
            taken.add(fact.id());
            tell();
        });
    }

    private void tell() {
        shown = shown.reading(read, taken, before.asked(), before.entries());
    }

    private void presumed(String id, Value value) {
        flow.fact(id)
                .filter(fact -> ValueConstraints.fits(fact, value))
                .ifPresent(fact -> hold(
                        fact.id(),
                        RecordedAnswer.presumed(value, mind.doubts().get(fact.id()), author, at, before.entries())));
    }

    /** A new answer stands at the end of the thread; the one before it keeps its place and says that it is over. */
    private void concluded(Change.Concluded now) {
        boolean again = shown.items().containsKey(ThreadState.ANSWER);
        String card = again ? ThreadState.ANSWER + ":" + before.entries() : ThreadState.ANSWER;
        ThreadState.Given given = new ThreadState.Given(now.headline(), now.withoutCosts(), now.brief());
        shown = shown.withItem(card, given)
                .saying(new ThreadState.Said(now.rule(), now.verdict(), given, card))
                .decided(at);
    }

    private void hold(String fact, RecordedAnswer held) {
        decided(fact, held);
        mind = mind.holding(fact, held);
        shown = shown.understood(fact);
    }

    private void kept(String fact) {
        RecordedAnswer held = mind.held().get(fact);
        if (held != null) {
            decided(fact, held);
        }
        mind = mind.settled(fact);
    }

    private void decided(String fact, RecordedAnswer outcome) {
        OpenConflict doubt = mind.doubts().get(fact);
        if (doubt != null) {
            shown = shown.decided(fact, doubt.entry(), outcome);
        }
    }

    private void raised(String id) {
        OpenConflict doubt = mind.doubts().get(id);
        if (doubt != null) {
            raise(id, doubt.raised(before.entries()));
        }
    }

    private void raise(String id, OpenConflict doubt) {
        Fact fact = flow.fact(id).orElse(null);
        OpenConflict fitting = fact == null ? null : doubt.within(fact).orElse(null);
        if (fact == null || fitting == null) {
            return;
        }
        mind = mind.doubting(fact.id(), fitting);
        switch (fitting) {
            case OpenConflict.Readings _ -> matter("unclear:" + fact.id(), List.of(fact.id()));
            case OpenConflict.Dispute _ -> matter("dispute:" + fact.id(), List.of(fact.id()));
            case OpenConflict.Proposal _ -> {
                proposed.add(fact.id());
                matter("proposed", proposed);
            }
        }
    }

    private void matter(String name, List<String> facts) {
        shown = shown.withItem(
                name + ":" + before.entries(), new ThreadState.Matter(facts, before.entries(), Map.of()));
    }

    private void settled(String card) {
        if (shown.items().get(card) instanceof ThreadState.Card(List<String> facts, boolean _)) {
            shown = shown.withItem(card, new ThreadState.Card(facts, false));
        }
    }

    private List<String> known(List<String> facts) {
        return facts.stream()
                .flatMap(id -> flow.fact(id).stream())
                .map(Fact::id)
                .distinct()
                .toList();
    }
}
