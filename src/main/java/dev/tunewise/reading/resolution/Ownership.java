package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.cue.Annotations;
import dev.tunewise.reading.cue.Cue;
import dev.tunewise.reading.cue.PatternCandidate;
import dev.tunewise.reading.pattern.PatternParser;
import dev.tunewise.reading.result.ReadingContext;

/** Says of what is read unasked whether it is told of the speaker's own system. */
final class Ownership {
    private final Flow flow;
    private final Annotations seen;
    private final ReadingContext context;
    private final StrangeWords strange;
    private final ForeignSubject foreign;

    Ownership(Flow flow, Annotations seen, ReadingContext context) {
        this.flow = flow;
        this.seen = seen;
        this.context = context;
        strange = new StrangeWords(seen.usual());
        foreign = new ForeignSubject(seen.usual());
    }

    boolean allows(PatternCandidate one) {
        boolean strangely = one.saysByWords() && strange.beside(seen.line(), one);
        return !strangely && !(statesUnasked(one) && foreign.owns(seen.line(), one));
    }

    /** A figure beside words that nobody uses for a system is asked back. */
    boolean doubts(PatternCandidate one) {
        boolean figure = one.match().captured() >= 0
                && seen.usual().common().contains(one.meaning().fact().id());
        return figure && statesUnasked(one) && strange.about(seen.line(), one);
    }

    private boolean statesUnasked(PatternCandidate one) {
        Fact fact = one.meaning().fact();
        boolean asked =
                one.meaning().has(PatternParser.Flag.ASK) || context.open().contains(fact.id());
        boolean question = flow.isAsked(fact.id()) && one.has(Cue.Kind.QUESTION);
        return !asked && !question && !fact.topic().isEmpty();
    }
}
