package dev.tunewise.conversation.turn;

import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.state.ValueConstraints;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.flow.Expectations;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.reading.text.RemovalPhrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts what is proposed before the thread: as many as it is asked at once, first those that the answer hangs on most. A clear answer to the open question is
 * taken at once.
 */
record ProposalRecorder(FlowContext kit, QuestionPlan.Planner planner, AnswerRecorder answers) {
    /** Words up to the end of their sentence, which is a question mark. */
    private static final Pattern ASKED = Pattern.compile("[^.!?\\n]*\\?");

    /** Of 14 questions that were put to us in passing all were likelier than this, of seven among colleagues one. */
    private static final double MEANT_FOR_US = 0.5;

    /** What makes something said so many times less likely is hardly meant. */
    private static final double UNLIKELY = 0.3;

    /** Records what may still be said; says whether anything was. */
    boolean record(TurnBuilder work, List<Proposal> proposals) {
        if (proposals.isEmpty()) {
            return false;
        }
        List<String> asked = planner.agenda(work.now()).asking();
        List<Proposal> kept = proposals.stream()
                .filter(proposal -> isOpen(work, proposal) && !kit.flow().isAsked(proposal.fact()))
                .sorted(Comparator.comparing(proposal -> rank(proposal, asked)))
                .limit(ThreadState.Matter.MOST_PUT)
                .toList();
        Map<String, List<Proposal>> byFact = new LinkedHashMap<>();
        for (Proposal proposal : kept) {
            if (proposal.direct() && asked.contains(proposal.fact())) {
                answers.take(work, kit.fact(proposal.fact()), proposal.value(), proposal.quote(), false);
            } else {
                byFact.computeIfAbsent(proposal.fact(), _ -> new ArrayList<>()).add(proposal);
            }
        }
        mostWorth(byFact, asked, work).forEach(fact -> {
            List<Proposal> some = byFact.getOrDefault(fact, List.of());
            String quote = String.join(
                    " … ",
                    new LinkedHashSet<>(some.stream().map(Proposal::quote).toList()));
            work.change(new Change.Proposed(fact, joined(kit.fact(fact), some), quote));
        });
        return !kept.isEmpty() | asked(work, proposals);
    }

    /**
     * Without what a question in the middle of the talk seems to say: it states nothing of the case. What is only somewhat like a question to us
     * is talk among colleagues: "how long is the meeting today?".
     */
    List<Proposal> stated(List<Proposal> proposals, String text) {
        return proposals.stream()
                .filter(proposal -> kit.flow().isAsked(proposal.fact())
                        ? proposal.probability() >= MEANT_FOR_US
                        : !ASKED.matcher(text.substring(Math.max(0, text.indexOf(proposal.quote()))))
                                .lookingAt())
                .toList();
    }

    /** What is asked first, then what a yes to would tell most, and less where it is unsure: the first of them are put to the thread at once. */
    private List<String> mostWorth(Map<String, List<Proposal>> byFact, List<String> asked, TurnBuilder work) {
        Optional<Forecast> forecast = byFact.size() > 1 ? kit.forecast(work.now()) : Optional.empty();
        Map<String, Double> worth = new HashMap<>();
        byFact.forEach((fact, some) -> worth.put(
                fact,
                asked.contains(fact)
                        ? Double.MAX_VALUE
                        : some.getFirst().probability()
                                * some.getFirst().probability()
                                * forecast.flatMap(each -> each.question(fact))
                                        .map(Forecast.OpenQuestion::worth)
                                        .orElse(0.0)));
        return byFact.keySet().stream()
                .sorted(Comparator.comparing(worth::get, Comparator.reverseOrder()))
                .toList();
    }

    /** What was asked: it is answered, and decides nothing. Likeness to example questions says it better than words in passing. */
    boolean asked(TurnBuilder work, List<Proposal> proposals) {
        List<Proposal> about = proposals.stream()
                .filter(proposal -> kit.flow().isAsked(proposal.fact())
                        && ValueConstraints.fits(kit.fact(proposal.fact()), proposal.value()))
                .toList();
        about.forEach(
                proposal -> answers.take(work, kit.fact(proposal.fact()), proposal.value(), proposal.quote(), true));
        boolean asked = about.stream().anyMatch(proposal -> proposal.fact().equals(Guidance.INTENT));
        if (asked) {
            markParts(work);
        }
        return asked;
    }

    /** What was asked part by part is answered so, and what only its words suggest is not added. */
    private void markParts(TurnBuilder work) {
        if (kit.flow()
                .fact(Guidance.MENTIONS)
                .filter(fact -> fact.choices().contains(Guidance.PARTS))
                .isEmpty()) {
            return;
        }
        List<String> named =
                new ArrayList<>(work.now().answers().get(Guidance.MENTIONS).map(SourcedAnswer::value).stream()
                        .flatMap(value ->
                                value instanceof Value.Choices(List<String> items) ? items.stream() : Stream.empty())
                        .filter(id -> !id.equals(Guidance.PARTS))
                        .toList());
        named.add(Guidance.PARTS);
        work.change(new Change.Answered(Guidance.MENTIONS, new Value.Choices(named), ""));
    }

    /** Nothing that somebody said or is being decided; of a list what it does not hold. */
    private boolean isOpen(TurnBuilder work, Proposal proposal) {
        Optional<Fact> fact =
                kit.flow().fact(proposal.fact()).filter(known -> ValueConstraints.fits(known, proposal.value()));
        if (fact.isEmpty()
                // Who takes something out of a list does not propose it.
                || (fact.get().type() == FactType.CHOICES && RemovalPhrases.begins(proposal.quote()))
                || work.now().doubts().containsKey(fact.get().id())) {
            return false;
        }
        if (isAgainst(work, fact.get().id(), proposal.value())) {
            return false;
        }
        RecordedAnswer held = work.now().held().get(fact.get().id());
        return held == null
                || held.assumed()
                || (held.value() instanceof Value.Choices(List<String> has)
                        && proposal.value() instanceof Value.Choices(List<String> more)
                        && !more.isEmpty()
                        && !has.containsAll(more));
    }

    /** Whether it would make unlikely what somebody said: "data may leave the house" is no proposal that it may not. */
    private boolean isAgainst(TurnBuilder work, String fact, Value value) {
        Answers said = work.now().answers();
        Answers with = said.with(fact, SourcedAnswer.of(value));
        return kit.flow().expectations().priors().stream().anyMatch(prior -> {
            RecordedAnswer held = work.now().held().get(prior.fact());
            return held != null
                    && !held.assumed()
                    && !prior.fact().equals(fact)
                    && share(prior, held.value(), with) < UNLIKELY * share(prior, held.value(), said.without(fact));
        });
    }

    private static double share(Expectations.Prior prior, Value value, Answers answers) {
        return prior.share(value.raw(), condition -> condition.holds(answers.raw()))
                .orElse(0);
    }

    /** What is asked comes first, then what the flow asks for first. */
    private int rank(Proposal proposal, List<String> asked) {
        int place = kit.flow().facts().indexOf(kit.fact(proposal.fact()));
        return asked.contains(proposal.fact()) ? -1 : place;
    }

    private static Value joined(Fact fact, List<Proposal> proposals) {
        List<String> items = proposals.stream()
                .flatMap(proposal ->
                        proposal.value() instanceof Value.Choices(List<String> some) ? some.stream() : Stream.empty())
                .toList();
        return items.isEmpty()
                ? proposals.getFirst().value()
                : new Value.Choices(
                        fact.choices().stream().filter(items::contains).toList());
    }
}
