package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.cue.Annotations;
import dev.tunewise.reading.cue.Cue;
import dev.tunewise.reading.cue.PatternCandidate;
import dev.tunewise.reading.pattern.PatternParser;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.reading.result.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Settles what a message says about each fact: one value, or something to ask back. */
public final class FactResolver {
    /** Findings are in the order of the text; those that overlap are near each other. */
    private static final int NEAR = 40;

    private final Flow flow;
    private final Annotations seen;
    private final ReadingContext context;
    private final CandidateResolver findings;
    private final OwnStatement statement;

    public FactResolver(Flow flow, Annotations seen, ReadingContext context) {
        this.flow = flow;
        this.seen = seen;
        this.context = context;
        findings = new CandidateResolver(flow, seen, context);
        statement = new OwnStatement(flow, seen, context);
    }

    public ResolvedFacts settle() {
        Map<Fact, List<CandidateResult>> byFact = new LinkedHashMap<>();
        for (PatternCandidate one : seen.candidates()) {
            if (counts(one)) {
                CandidateResult finding = findings.of(one);
                if (finding != null) {
                    byFact.computeIfAbsent(one.meaning().fact(), _ -> new ArrayList<>())
                            .add(finding);
                }
            }
        }
        ResolvedFacts settled = new ResolvedFacts(seen);
        settled.others.addAll(statement.ofOthers());
        IncidentalWords passing = new IncidentalWords(flow, context, statement, seen.line());
        passing.drop(byFact).forEach(dropped -> settled.use(dropped.by().match()));
        passing.dropNames(byFact);
        passing.dropParts(byFact);
        byFact.forEach((fact, found) -> settle(settled, fact, undominated(found)));
        return settled;
    }

    private boolean counts(PatternCandidate one) {
        return !one.waits(context)
                && one.isOpen(seen.lifted())
                && !new OpenAnswer(seen.line(), one.match()).isAnsweredNo()
                && statement.of(one) != OwnStatement.Weight.LEFT;
    }

    /** Leaves away what another finding of the same fact says better about the same words. */
    private List<CandidateResult> undominated(List<CandidateResult> found) {
        return IntStream.range(0, found.size())
                .filter(i -> IntStream.range(Math.max(0, i - NEAR), Math.min(found.size(), i + NEAR))
                        .noneMatch(j -> j != i
                                && dominates(found.get(j), found.get(i))
                                && (statement.isSure(found.get(j).by())
                                        || !statement.isSure(found.get(i).by()))))
                .mapToObj(found::get)
                .toList();
    }

    /** Says whether another finding says better what the same words say. */
    static boolean dominates(CandidateResult other, CandidateResult one) {
        boolean shares = other.by().match().shares(one.by().match()) && !isBeside(other, one);
        return shares && other.by().match().weight() > one.by().match().weight();
    }

    /** "JSON mode and 3 examples": of a fact with several choices each may be told by some of the same words. */
    private static boolean isBeside(CandidateResult other, CandidateResult one) {
        return other instanceof CandidateResult.Says(var _, Value.Choices(List<String> these))
                && one instanceof CandidateResult.Says(var _, Value.Choices(List<String> those))
                && !these.isEmpty()
                && !those.isEmpty();
    }

    private void settle(ResolvedFacts settled, Fact fact, List<CandidateResult> found) {
        found.forEach(finding -> settled.use(finding.by().match()));
        List<CandidateResult.Says> says = new ArrayList<>();
        List<CandidateResult.Says> proposed = new ArrayList<>();
        List<CandidateResult> asks = new ArrayList<>();
        for (CandidateResult finding : found) {
            if (finding instanceof CandidateResult.Says saying
                    && !finding.by().meaning().has(PatternParser.Flag.ASK)) {
                (statement.isSure(finding.by()) ? says : proposed).add(saying);
            } else {
                asks.add(finding);
            }
        }
        if (fact.type() == FactType.CHOICES) {
            several(settled, fact, says);
        } else if (!says.isEmpty()) {
            one(settled, fact, surest(fact, says), asks);
        }
        if (!settled.has(fact) && !asks.isEmpty()) {
            ask(settled, fact, asks);
        }
        if (fact.type() == FactType.CHOICES || !settled.has(fact)) {
            surest(fact, proposed)
                    .forEach(saying -> settled.propose(
                            fact, saying.value(), seen.span(saying.by().match())));
        }
    }

    /** For names a pattern that says what the name is to the speaker counts before the bare name. */
    private static List<CandidateResult.Says> surest(Fact fact, List<CandidateResult.Says> says) {
        if (fact.catalogue() == null) {
            return says;
        }
        List<CandidateResult.Says> named =
                says.stream().filter(saying -> saying.by().match().weight() > 1).toList();
        return named.isEmpty() ? says : named;
    }

    private void several(ResolvedFacts settled, Fact fact, List<CandidateResult.Says> says) {
        if (says.isEmpty()) {
            return;
        }
        List<String> ordered = fact.choices().stream()
                .filter(id -> says.stream()
                        .anyMatch(saying ->
                                saying.value() instanceof Value.Choices(List<String> chosen) && chosen.contains(id)))
                .toList();
        List<CandidateResult.Says> telling = ordered.isEmpty()
                ? says
                : says.stream()
                        .filter(saying -> !saying.value().equals(new Value.Choices(List.of())))
                        .toList();
        put(settled, fact, new Value.Choices(ordered), telling.getFirst(), telling.getLast());
    }

    private void one(ResolvedFacts settled, Fact fact, List<CandidateResult.Says> says, List<CandidateResult> asks) {
        List<CandidateResult.Says> left = values(says).size() > 1 ? corrected(says) : says;
        left = values(left).size() > 1 ? present(left) : left;
        left = values(left).size() > 1 ? OpeningDenial.beside(left, seen.line()) : left;
        if (values(left).size() == 1 && !contradicts(left.getFirst(), asks)) {
            put(settled, fact, left.getFirst().value(), left.getFirst(), left.getFirst());
            return;
        }
        Set<Clarification.Option> options = new LinkedHashSet<>();
        if (fact.measures(Unit.Kind.PER_DAY)) {
            AddedAmounts.sum(left).ifPresent(sum -> options.add(CandidateResolver.option(fact, sum, flow.texts())));
        }
        left.forEach(saying -> options.add(CandidateResolver.option(fact, saying.value(), flow.texts())));
        for (CandidateResult ask : asks) {
            if (ask instanceof CandidateResult.Asks(var _, var _, List<Clarification.Option> more)) {
                options.addAll(more);
            }
        }
        Span first = seen.span(left.getFirst().by().match());
        Span last = seen.span(left.getLast().by().match());
        settled.ask(fact, Clarification.Reason.SEVERAL, List.copyOf(options), first, last);
    }

    /** A second, unclear amount or name for the same fact makes the clear one doubtful too. */
    private static boolean contradicts(CandidateResult.Says saying, List<CandidateResult> asks) {
        return asks.stream()
                .anyMatch(ask ->
                        ask instanceof CandidateResult.Asks(PatternCandidate by, Clarification.Reason reason, var _)
                                && reason != Clarification.Reason.UNSURE
                                && reason != Clarification.Reason.LIMIT
                                && !by.meaning().has(PatternParser.Flag.ASK)
                                && by.match().weight() >= saying.by().match().weight()
                                && !by.match().shares(saying.by().match()));
    }

    private static Set<Value> values(List<CandidateResult.Says> says) {
        return says.stream().map(CandidateResult.Says::value).collect(Collectors.toSet());
    }

    /** What follows a word of correction replaces what was said before it. */
    private List<CandidateResult.Says> corrected(List<CandidateResult.Says> says) {
        CandidateResult.Says last = says.stream()
                .max(Comparator.comparingInt(saying -> saying.by().match().start()))
                .orElseThrow();
        boolean after = cuesOf(last).stream()
                .anyMatch(cue -> cue.kind() == Cue.Kind.CORRECTION
                        && cue.match().start() <= last.by().match().start());
        return after ? List.of(last) : says;
    }

    private List<Cue> cuesOf(CandidateResult finding) {
        return seen.cues().get(finding.by().match().start());
    }

    /** What is said of the present counts before what is said without a time. */
    private static List<CandidateResult.Says> present(List<CandidateResult.Says> says) {
        List<CandidateResult.Says> now =
                says.stream().filter(saying -> saying.by().has(Cue.Kind.NOW)).toList();
        return now.isEmpty() ? says : now;
    }

    private void put(ResolvedFacts settled, Fact fact, Value value, CandidateResult first, CandidateResult last) {
        boolean adds = fact.type() == FactType.CHOICES
                && seen.line().adds(first.by().match().start());
        boolean correction = !adds && cuesOf(first).stream().anyMatch(cue -> cue.kind() == Cue.Kind.CORRECTION);
        Span span = seen.span(first.by().match()).joined(seen.span(last.by().match()));
        settled.read(fact, value, span, correction);
    }

    /** Asks what is unclear; several meanings of the same words are options of one question, and a single one is proposed. */
    private void ask(ResolvedFacts settled, Fact fact, List<CandidateResult> unclear) {
        CandidateResult first = unclear.getFirst();
        Set<Clarification.Option> options = new LinkedHashSet<>();
        for (CandidateResult other : unclear) {
            if (other.by().match().equals(first.by().match())) {
                options.addAll(other.options(flow.texts()));
            }
        }
        if (options.size() == 1
                && first instanceof CandidateResult.Says saying
                && !context.open().contains(fact.id())) {
            settled.propose(fact, saying.value(), seen.span(first.by().match()));
            return;
        }
        settled.ask(
                fact, first.reason(), List.copyOf(options), seen.span(first.by().match()));
    }
}
