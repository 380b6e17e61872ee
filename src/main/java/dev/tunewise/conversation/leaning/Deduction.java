package dev.tunewise.conversation.leaning;

import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.LeaningText;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.RecordedAnswer.Basis;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.state.ValueConstraints;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.flow.Expectations.Implication;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.interview.MonthlyBill;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Draws from the answers what nobody needs to be asked: what follows from them, what they lean to, and what is taken as most likely in the end. */
public record Deduction(FlowContext kit, QuestionPlan.Planner planner) {
    /** A question that changes less is not named among those that decide. */
    private static final double TELLING = 0.004;

    private static final double NEARLY = 8;
    private static final int MOST_NAMED = 3;
    private static final int MOST_LEFT = 9;

    /** Brings what was derived up to date with what is said now; leaves everything where nothing was said. */
    public void follow(TurnBuilder work) {
        MonthlyBill.of(kit.flow()).ifPresent(bill -> join(work, bill));
        if (kit.flow().expectations().priors().isEmpty()
                && kit.flow().expectations().implications().isEmpty()) {
            return;
        }
        boolean said = !said(work.before()).equals(said(work.now()))
                || !work.before().parameters().equals(work.now().parameters())
                || work.before().mind().hurried() != work.now().mind().hurried()
                || work.before().entries() == 0;
        if (said) {
            forgetPresumed(work);
            implied(work);
        }
    }

    /**
     * A bill or a volume that was clicked or confirmed; what was read from words says the price itself. A price that somebody told, or that is
     * disputed, stays.
     */
    private static void join(TurnBuilder work, MonthlyBill told) {
        Map<String, Value> before = said(work.before());
        Map<String, Value> now = said(work.now());
        List<String> news = List.of(told.bill().id(), told.volume().id());
        String price = told.price().id();
        if (news.stream().allMatch(fact -> Objects.equals(before.get(fact), now.get(fact)))
                || !Objects.equals(before.get(price), now.get(price))
                || work.now().doubts().containsKey(price)) {
            return;
        }
        Optional<Value.Quantity> derived = told.price(work.before().answers());
        boolean ours = !work.now().answers().stated().knows(price)
                || derived.filter(value -> value.equals(now.get(price))).isPresent();
        Optional<Value.Quantity> next = told.price(work.now().answers());
        if (ours && next.isPresent() && !next.equals(Optional.ofNullable(now.get(price)))) {
            work.change(new Change.Answered(price, next.get(), ""));
        } else if (ours && next.isEmpty() && derived.isPresent()) {
            work.change(new Change.Forgotten(price));
        }
    }

    /** What people said or passed by, without what was derived from it. */
    private static Map<String, Value> said(ConversationState state) {
        Map<String, Value> said = new HashMap<>();
        state.held().forEach((fact, held) -> {
            if (held.basis() != Basis.IMPLIED && held.basis() != Basis.PRESUMED) {
                said.put(fact, held.value());
            }
        });
        return said;
    }

    private static void forgetPresumed(TurnBuilder work) {
        work.now().held().forEach((fact, held) -> {
            if (held.basis() == Basis.PRESUMED) {
                boolean asked = fact.equals(work.now().mind().reopened());
                work.change(new Change.Forgotten(fact));
                if (asked) {
                    work.change(new Change.Reopened(fact));
                }
            }
        });
    }

    /** What follows from answers that stand; what no longer follows is taken back. */
    private void implied(TurnBuilder work) {
        Map<String, Implication> follows = new HashMap<>();
        Answers known = Answers.none();
        for (var given : work.now().answers().all().entrySet()) {
            if (work.now().held().get(given.getKey()) instanceof RecordedAnswer held && held.basis() != Basis.IMPLIED) {
                known = known.with(given.getKey(), given.getValue());
            }
        }
        Map<String, Object> raw = known.raw();
        for (Implication implication : kit.flow().expectations().implications()) {
            boolean free =
                    !known.knows(implication.fact()) && !work.now().doubts().containsKey(implication.fact());
            if (free && implication.when().holds(raw)) {
                follows.put(implication.fact(), implication);
                known = known.with(implication.fact(), SourcedAnswer.of(implication.value()));
                raw.put(implication.fact(), implication.value().raw());
            }
        }
        work.now().held().forEach((fact, held) -> {
            if (held.basis() == Basis.IMPLIED && !follows.containsKey(fact)) {
                work.change(new Change.Forgotten(fact));
            }
        });
        for (Implication implication : kit.flow().expectations().implications()) {
            RecordedAnswer held = work.now().held().get(implication.fact());
            boolean due = implication.equals(follows.get(implication.fact()))
                    && (held == null
                            || held.basis() == Basis.SKIPPED
                            || !held.value().equals(implication.value()))
                    && !implication.fact().equals(work.now().mind().reopened());
            if (due) {
                work.change(new Change.Implied(implication.fact(), implication.value(), from(implication, work.now())));
            }
        }
    }

    private List<String> from(Implication implication, ConversationState state) {
        return kit.flow().facts().stream()
                .map(Fact::id)
                .filter(id ->
                        implication.when().facts().contains(id) && state.held().containsKey(id))
                .toList();
    }

    /** Notes what the answers lean to now, and settles what is left once nothing can change it, or where an answer is wanted at once. */
    public void lean(TurnBuilder work) {
        ConversationState now = work.now();
        boolean presumed = now.held().values().stream().anyMatch(held -> held.basis() == Basis.PRESUMED);
        if (presumed || now.stopped()) {
            return;
        }
        Optional<Forecast> forecast = kit.leaning(now);
        if (forecast.isEmpty()) {
            return;
        }
        Forecast leaning = forecast.get();
        boolean confirmed = now.understood().equals(now.answers());
        Change.Leaned last =
                now.shown().leaning() == null ? null : now.shown().leaning().now();
        List<String> decides = leaning.questions().stream()
                .filter(question -> question.change() >= TELLING)
                .map(Forecast.OpenQuestion::fact)
                .limit(MOST_NAMED)
                .toList();
        int worth = Math.max(decides.size(), worthAsking(leaning));
        int left = last == null || last.remaining() == 0 ? worth : Math.min(last.remaining(), worth);
        Change.Leaned leaned = new Change.Leaned(
                leaning.rule().verdict(),
                leaning.rule().lever(),
                kit.words().direction(leaning.rule()),
                percent(leaning, confirmed),
                decides,
                leaning.conclusive() && confirmed ? 0 : Math.clamp(left, 1, MOST_LEFT));
        if (!leaned.equals(last)) {
            work.change(leaned);
        }
        QuestionPlan plan = planner.agenda(now);
        boolean give = plan.conclusive() || now.mind().hurried();
        if (give && !plan.decided() && now.reopened().isEmpty()) {
            presume(work, leaning);
        }
    }

    /** How many questions are nearly as much worth asking as the next one; what is left never grows from one answer to the next. */
    private static int worthAsking(Forecast leaning) {
        double least = leaning.questions().isEmpty()
                ? 0
                : leaning.questions().getFirst().worth() / NEARLY;
        return (int) leaning.questions().stream()
                .filter(question -> question.worth() >= least)
                .count();
    }

    /** Only what is certain is told as 100 %, and what rests on proposals is not. */
    private static int percent(Forecast leaning, boolean confirmed) {
        int percent = (int) Math.round(100 * leaning.probability());
        return leaning.certain() && confirmed ? 100 : Math.clamp(percent, 1, 99);
    }

    /** Takes what the rules still need as it most likely is where the leaning stands. */
    private void presume(TurnBuilder work, Forecast leaning) {
        ThreadState.Leaning told = work.now().shown().leaning();
        boolean guess = told != null && !LeaningText.standsOut(told.now());
        for (int i = 0; i < kit.flow().facts().size(); i++) {
            ConversationState now = work.now();
            InterviewStatus standing = kit.interview(now).standing(now.answers());
            if (standing instanceof InterviewStatus.Decided || standing.asks().isEmpty()) {
                return;
            }
            Fact fact = kit.fact(standing.asks().getFirst());
            // What somebody's words seem to say is likelier than what is usual. No guess gives way to another because
            // something
            // else was said, unless the case has become clear.
            Object raw = Optional.ofNullable(now.understood().raw().get(fact.id()))
                    .or(() -> Optional.ofNullable(work.before().held().get(fact.id()))
                            .filter(last -> last.basis() == Basis.PRESUMED
                                    && (guess || !last.quote().isBlank()))
                            .map(last -> last.value().raw()))
                    .orElse(leaning.typical().get(fact.id()));
            Value value = raw == null ? fact.assume() : Value.of(raw);
            work.change(new Change.Presumed(fact.id(), ValueConstraints.fits(fact, value) ? value : fact.assume()));
        }
    }
}
