package dev.tunewise.reading;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Given;
import dev.tunewise.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes corrections that name no fact: "5k, not 50k", "I meant 300". The answers so far tell which fact is meant. */
final class Corrections {
    private static final int FURTHEST = 5;
    /** Words that surely look back rather than answer the open question. */
    private static final List<String> RETRACTING =
            """
            i meant|i mean|make that|make it|scratch that|correction|typo|my mistake|should be|should read|should say|should have been
            i was wrong|strike that|no wait|wait no|change that to|change it to|let me correct|misspoke|mistyped""".lines().flatMap(line -> List.of(line.split("\\|")).stream()).toList();

    private final Desk desk;
    private final Line line;

    Corrections(Desk desk) {
        this.desk = desk;
        line = desk.line;
    }

    /** "5k not 50k", "not 50k but 5k": the fact is the one that has the denied value now, or else the one that is asked. */
    void notButSo(int first, int second) {
        boolean denied = desk.cues(second).contains(Cue.Kind.NEGATION) || isInsteadOf(second);
        boolean deniedFirst = desk.cues(first).contains(Cue.Kind.NEGATION);
        if (denied == deniedFirst || second - first > FURTHEST || desk.strange(null) > Desk.MOST_STRANGE_WORDS) {
            return;
        }
        int old = denied ? second : first;
        int now = denied ? first : second;
        List<Fact> having = having(old);
        List<Fact> facts = having.size() == 1 ? having : desk.openQuantities(now);
        if (facts.size() == 1) {
            Fact fact = facts.getFirst();
            desk.bare(fact, now).ifPresent(outcome -> desk.put(fact, outcome, now, true));
            desk.settled.used.set(old);
        }
    }

    private boolean isInsteadOf(int item) {
        return line.isPhrase(item - 2, List.of("instead", "of")) || line.isPhrase(item - 2, List.of("rather", "than"));
    }

    /** The facts whose present value is the number at an item. */
    private List<Fact> having(int item) {
        List<Fact> having = new ArrayList<>();
        for (Map.Entry<String, Given> answer : desk.context.answers().all().entrySet()) {
            quantity(answer.getKey()).ifPresent(fact -> {
                boolean same = answer.getValue().value() instanceof Value.Quantity held
                        && desk.bare(fact, item).orElse(null) instanceof Quantities.Fits(Value.Quantity said)
                        && said.value().compareTo(held.value()) == 0;
                if (same) {
                    having.add(fact);
                }
            });
        }
        return having;
    }

    private Optional<Fact> quantity(String id) {
        return desk.flow.fact(id).filter(fact -> fact.type() == FactType.QUANTITY);
    }

    /** "I meant 300": about the number that was given last. Says whether it was one. */
    boolean retracts(int item) {
        boolean clear = RETRACTING.stream().anyMatch(desk::says);
        boolean corrects = clear || desk.cues(item).contains(Cue.Kind.CORRECTION);
        if (!corrects || desk.strange(null) > Desk.MOST_STRANGE_WORDS || !desk.isReal(item)) {
            return false;
        }
        Optional<Fact> last = last(item);
        boolean sure = clear || desk.openQuantities(item).isEmpty();
        if (last.isEmpty() || !sure) {
            return false;
        }
        Fact fact = last.get();
        desk.bare(fact, item).ifPresent(outcome -> desk.put(fact, outcome, item, true));
        return true;
    }

    private Optional<Fact> last(int item) {
        Optional<Fact> last = Optional.empty();
        for (Map.Entry<String, Given> answer : desk.context.answers().all().entrySet()) {
            Optional<Fact> fact = quantity(answer.getKey())
                    .filter(one ->
                            !answer.getValue().assumed() && desk.bare(one, item).isPresent());
            last = fact.isPresent() ? fact : last;
        }
        return last;
    }
}
