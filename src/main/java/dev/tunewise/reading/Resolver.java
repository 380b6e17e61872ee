package dev.tunewise.reading;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settles what a message says about each fact: one value, or something to ask back. */
final class Resolver {
    private final Flow flow;
    private final Sighting seen;
    private final Context context;
    private final Findings findings;

    Resolver(Flow flow, Sighting seen, Context context) {
        this.flow = flow;
        this.seen = seen;
        this.context = context;
        findings = new Findings(seen, context);
    }

    /** What was settled: answers and questions by fact. */
    static final class Settled {
        final Map<String, Read> reads = new LinkedHashMap<>();
        final Map<String, AskBack> asks = new LinkedHashMap<>();
        /** Items that were understood. */
        final BitSet used = new BitSet();
    }

    Settled settle() {
        Map<Fact, List<Finding>> byFact = new LinkedHashMap<>();
        for (Candidate one : seen.candidates()) {
            if (counts(one)) {
                Finding finding = findings.of(one);
                if (finding != null) {
                    byFact.computeIfAbsent(one.meaning().fact(), _ -> new ArrayList<>())
                            .add(finding);
                }
            }
        }
        Settled settled = new Settled();
        new PassingNames(seen.line(), context).drop(byFact);
        byFact.forEach((fact, found) -> settle(settled, fact, undominated(found)));
        return settled;
    }

    private boolean counts(Candidate one) {
        return !one.waits(context) && one.isOpen(seen.lifted()) && !isAnsweredNo(one);
    }

    /** "RAG: no", "labels verified: not yet": what stands before the colon is denied. */
    private boolean isAnsweredNo(Candidate one) {
        int next = one.match().end();
        Line line = seen.line();
        boolean apart = next < line.size() && line.items().get(next).apart;
        return apart && Set.of("no", "not", "none", "never", "nope", "nobody").contains(line.word(next));
    }

    /** Leaves away what another finding of the same fact says better about the same words. */
    private static List<Finding> undominated(List<Finding> found) {
        List<Finding> kept = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            boolean dominated = false;
            for (int j = Math.max(0, i - NEAR); j < Math.min(found.size(), i + NEAR) && !dominated; j++) {
                dominated = i != j && dominates(found.get(j), found.get(i));
            }
            if (!dominated) {
                kept.add(found.get(i));
            }
        }
        return kept;
    }

    /** Findings are in the order of the text; those that overlap are near each other. */
    private static final int NEAR = 40;

    /** Says whether another finding says better what the same words say. */
    static boolean dominates(Finding other, Finding one) {
        boolean shares = other.by().match().shares(one.by().match()) && !isBeside(other, one);
        return shares && other.by().match().weight() > one.by().match().weight();
    }

    /** "JSON mode and 3 examples": of a fact with several choices each may be told by some of the same words. */
    private static boolean isBeside(Finding other, Finding one) {
        return other instanceof Finding.Says(var _, Value.Choices(List<String> these))
                && one instanceof Finding.Says(var _, Value.Choices(List<String> those))
                && !these.isEmpty()
                && !those.isEmpty();
    }

    private void settle(Settled settled, Fact fact, List<Finding> found) {
        found.forEach(finding -> use(settled, finding.by().match()));
        List<Finding.Says> says = new ArrayList<>();
        List<Finding> asks = new ArrayList<>();
        for (Finding finding : found) {
            if (finding instanceof Finding.Says saying
                    && !finding.by().meaning().has(PatternText.Flag.ASK)) {
                says.add(saying);
            } else {
                asks.add(finding);
            }
        }
        if (fact.type() == FactType.CHOICES) {
            several(settled, fact, says);
        } else if (!says.isEmpty()) {
            one(settled, fact, surest(fact, says), asks);
        }
        if (!settled.reads.containsKey(fact.id()) && !settled.asks.containsKey(fact.id()) && !asks.isEmpty()) {
            settled.asks.put(fact.id(), ask(fact, asks.getFirst()));
        }
    }

    private static void use(Settled settled, Match match) {
        for (int i = match.start(); i < match.end(); i++) {
            if (match.holds(i)) {
                settled.used.set(i);
            }
        }
    }

    /** For names a pattern that says what the name is to the speaker counts before the bare name. */
    private static List<Finding.Says> surest(Fact fact, List<Finding.Says> says) {
        if (fact.catalogue() == null) {
            return says;
        }
        List<Finding.Says> named =
                says.stream().filter(saying -> saying.by().match().weight() > 1).toList();
        return named.isEmpty() ? says : named;
    }

    private void several(Settled settled, Fact fact, List<Finding.Says> says) {
        if (says.isEmpty()) {
            return;
        }
        Set<String> ids = new LinkedHashSet<>();
        for (Finding.Says saying : says) {
            if (saying.value() instanceof Value.Choices(List<String> chosen)) {
                ids.addAll(chosen);
            }
        }
        List<String> ordered = fact.choices().stream().filter(ids::contains).toList();
        List<Finding.Says> telling = ordered.isEmpty()
                ? says
                : says.stream()
                        .filter(saying -> !saying.value().equals(new Value.Choices(List.of())))
                        .toList();
        put(settled, fact, new Value.Choices(ordered), telling.getFirst(), telling.getLast());
    }

    private void one(Settled settled, Fact fact, List<Finding.Says> says, List<Finding> asks) {
        List<Finding.Says> left = says;
        if (values(left).size() > 1) {
            left = corrected(left);
        }
        if (values(left).size() > 1) {
            left = present(left);
        }
        if (values(left).size() == 1 && !contradicts(left.getFirst(), asks)) {
            put(settled, fact, left.getFirst().value(), left.getFirst(), left.getFirst());
            return;
        }
        Set<AskBack.Option> options = new LinkedHashSet<>();
        left.forEach(saying -> options.add(Findings.option(fact, saying.value(), flow.texts())));
        for (Finding ask : asks) {
            if (ask instanceof Finding.Asks(var _, var _, List<AskBack.Option> more)) {
                options.addAll(more);
            }
        }
        settled.asks.put(
                fact.id(),
                new AskBack(
                        fact.id(),
                        AskBack.Reason.SEVERAL,
                        List.copyOf(options),
                        quote(left.getFirst(), left.getLast())));
    }

    /** A second, unclear amount or name for the same fact makes the clear one doubtful too. */
    private static boolean contradicts(Finding.Says saying, List<Finding> asks) {
        return asks.stream()
                .anyMatch(ask -> ask instanceof Finding.Asks(Candidate by, AskBack.Reason reason, var _)
                        && reason != AskBack.Reason.UNSURE
                        && reason != AskBack.Reason.LIMIT
                        && !by.meaning().has(PatternText.Flag.ASK)
                        && by.match().weight() >= saying.by().match().weight()
                        && !by.match().shares(saying.by().match()));
    }

    private static Set<Value> values(List<Finding.Says> says) {
        Set<Value> values = new LinkedHashSet<>();
        says.forEach(saying -> values.add(saying.value()));
        return values;
    }

    /** What follows a word of correction replaces what was said before it. */
    private List<Finding.Says> corrected(List<Finding.Says> says) {
        Finding.Says last = says.stream()
                .max(Comparator.comparingInt(saying -> saying.by().match().start()))
                .orElseThrow();
        boolean after = cuesOf(last).stream()
                .anyMatch(cue -> cue.kind() == Cue.Kind.CORRECTION
                        && cue.match().start() <= last.by().match().start());
        return after ? List.of(last) : says;
    }

    private List<Cue> cuesOf(Finding finding) {
        return seen.cues().get(finding.by().match().start());
    }

    /** What is said of the present counts before what is said without a time. */
    private static List<Finding.Says> present(List<Finding.Says> says) {
        List<Finding.Says> now =
                says.stream().filter(saying -> saying.by().has(Cue.Kind.NOW)).toList();
        return now.isEmpty() ? says : now;
    }

    private void put(Settled settled, Fact fact, Value value, Finding first, Finding last) {
        Span span = span(first, last);
        boolean correction = cuesOf(first).stream().anyMatch(cue -> cue.kind() == Cue.Kind.CORRECTION);
        settled.reads.put(
                fact.id(), new Read(fact.id(), value, span.of(seen.typed()), span.start(), span.end(), correction));
    }

    private Span span(Finding first, Finding last) {
        Span one = seen.span(first.by().match());
        Span other = seen.span(last.by().match());
        return new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
    }

    private String quote(Finding first, Finding last) {
        return span(first, last).of(seen.typed());
    }

    private AskBack ask(Fact fact, Finding finding) {
        String quote = seen.span(finding.by().match()).of(seen.typed());
        return switch (finding) {
            case Finding.Asks(var _, AskBack.Reason reason, List<AskBack.Option> options) ->
                new AskBack(fact.id(), reason, options, quote);
            case Finding.Says(var _, Value value) ->
                new AskBack(
                        fact.id(), AskBack.Reason.UNSURE, List.of(Findings.option(fact, value, flow.texts())), quote);
        };
    }
}
