package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.cue.Annotations;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.ProposedAnswer;
import dev.tunewise.reading.result.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was settled of a message: answers and questions by fact. */
public final class ResolvedFacts {
    public final Map<String, ExtractedAnswer> reads = new LinkedHashMap<>();
    public final Map<String, Clarification> asks = new LinkedHashMap<>();
    private final List<ProposedAnswer> proposed = new ArrayList<>();
    public final BitSet used = new BitSet();
    /** Clauses that tell of others. */
    public final List<Span> others = new ArrayList<>();

    /** Words so few characters apart are quoted together with what stands between. */
    private static final int NEAR = 24;

    private final String typed;

    ResolvedFacts(Annotations seen) {
        typed = seen.typed();
    }

    /** What is proposed of facts that came out neither read nor asked back. */
    public List<ProposedAnswer> proposed() {
        return proposed.stream()
                .filter(one -> !asks.containsKey(one.fact()) && isNews(one))
                .toList();
    }

    private boolean isNews(ProposedAnswer one) {
        ExtractedAnswer read = reads.get(one.fact());
        return read == null
                || read.value() instanceof Value.Choices(List<String> some)
                        && one.value() instanceof Value.Choices(List<String> more)
                        && !some.isEmpty()
                        && !more.isEmpty()
                        && !some.containsAll(more)
                        // "drop too slow" does not say that it is too slow
                        && !(read.correction() && read.quote().contains(one.quote()));
    }

    /** Whether something was settled, and no answer to what is asked. */
    public boolean tellsBeside(List<String> asked) {
        return !(reads.isEmpty() && asks.isEmpty()) && asked.stream().noneMatch(reads::containsKey);
    }

    boolean has(Fact fact) {
        return reads.containsKey(fact.id()) || asks.containsKey(fact.id());
    }

    void read(Fact fact, Value value, Span span, boolean correction) {
        asks.remove(fact.id());
        reads.put(
                fact.id(), new ExtractedAnswer(fact.id(), value, span.of(typed), span.start(), span.end(), correction));
    }

    /** What nothing shows to be the speaker's own: of a list all its items, else the first thing said. */
    void propose(Fact fact, Value value, Span span) {
        boolean more = fact.type() == FactType.CHOICES;
        if (proposed.stream()
                .noneMatch(one ->
                        one.fact().equals(fact.id()) && (!more || one.value().equals(value)))) {
            proposed.add(ProposedAnswer.unsure(fact.id(), value, span.of(typed), span.start()));
        }
    }

    void ask(Fact fact, Clarification.Reason reason, List<Clarification.Option> options, Span span) {
        asks.put(fact.id(), new Clarification(fact.id(), reason, options, span.of(typed)));
    }

    /** Asks about words that stand apart: what stands between them is no part of the question. */
    void ask(Fact fact, Clarification.Reason reason, List<Clarification.Option> options, Span first, Span last) {
        boolean near = last.start() - first.end() <= NEAR;
        String quote = near ? first.joined(last).of(typed) : first.of(typed) + " … " + last.of(typed);
        asks.put(fact.id(), new Clarification(fact.id(), reason, options, quote));
    }

    void use(PatternMatch match) {
        for (int i = match.start(); i < match.end(); i++) {
            if (match.holds(i)) {
                used.set(i);
            }
        }
    }
}
