package dev.tunewise.conversation.answer;

import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.CostComparison.Option;
import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.GateState;
import dev.tunewise.advice.result.LadderStep;
import dev.tunewise.advice.result.Outlook;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.conversation.answer.DecisionCard.Assumed;
import dev.tunewise.conversation.answer.DecisionCard.Kind;
import dev.tunewise.conversation.answer.DecisionCard.Row;
import dev.tunewise.conversation.figure.OptionWording;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fills the card of an answer from the same figures as its table, so that the two cannot disagree.
 *
 * @param ofMoney facts whose threshold tells most where money decided, the most telling first
 */
record DecisionCardBuilder(Messages wording, AnswerSections sections, List<String> ofMoney) {
    private static final String TODAY = "today";
    private static final int MOST_ASSUMED = 3;

    DecisionCard card(Advice advice, Outlook outlook, Optional<CostComparison> cost, CaseAnswer answer) {
        Decision decision = advice.decision().orElseThrow();
        Optional<Option> option =
                cost.flatMap(view -> view.option(view.recommended())).filter(Option::priced);
        List<Row> rows = new ArrayList<>();
        boolean first = !decision.first().isEmpty();
        add("card-action", first ? decision.first() : action(advice, option), Kind.ACTION, rows);
        boolean after = first && decision.recommendation() != null;
        add("card-after", after ? action(advice, option) : "", Kind.AFTER, rows);
        cost.ifPresent(view -> add(after ? "card-money-after" : "card-money", money(view, option), Kind.FIGURES, rows));
        cost.filter(_ -> decision.recommendation() != null)
                .ifPresent(view -> add("card-next-best", nextBest(view), Kind.FIGURES, rows));
        add("card-flips", flips(decision, outlook), Kind.FIGURES, rows);
        add("card-flips-assumed", sections.flipsOfAssumed(advice, outlook, ofMoney), Kind.FIGURES, rows);
        List<Assumed> assumed = sections.assumed(advice, cost);
        Map<Boolean, List<Assumed>> taken = assumed.stream().collect(Collectors.partitioningBy(Assumed::taken));
        add("decision-taken", first(taken.getOrDefault(true, List.of())), Kind.ASSUMED, rows);
        add("decision-assumed", first(taken.getOrDefault(false, List.of())), Kind.ASSUMED, rows);
        String toDecide =
                first ? wording.plain("card-close-first", decision.first()) : toDecide(advice, cost, option, answer);
        return new DecisionCard(rows, toDecide, after, assumed);
    }

    private String action(Advice advice, Optional<Option> option) {
        return option.map(OptionWording::name)
                .or(() -> advice.rung(LadderStep.State.NOW).map(LadderStep::label))
                .orElse("");
    }

    private String money(CostComparison view, Optional<Option> option) {
        Optional<Option> today = view.option(TODAY).filter(Option::priced);
        if (option.isEmpty() || today.isEmpty() || option.get().id().equals(TODAY)) {
            return view.monthly();
        }
        Option found = option.get();
        if (view.assumesErrorCost()) {
            return wording.plain(
                    "card-money-assumed",
                    found.setup().text(),
                    found.monthly().text(),
                    today.get().monthly().text());
        }
        BigDecimal saved = difference(today.get(), found);
        String pays = saved.signum() < 0 ? paysFrom(view, today.get(), found, saved.negate()) : "";
        return wording.plain(
                        saved.signum() < 0 ? "card-money-more" : "card-money-less",
                        found.total().text(),
                        view.horizonMonths(),
                        rounded(saved.abs()),
                        found.setup().text(),
                        found.monthly().text())
                + pays;
    }

    /**
     * An option whose effect on quality nobody can foresee is computed at the quality of today, so by the table it only costs: the share of wrong
     * answers that it has to avoid says whether that is much.
     */
    private String paysFrom(CostComparison view, Option today, Option found, BigDecimal more) {
        BigDecimal errors = today.errorsMonthly().likely();
        if (errors.signum() <= 0 || errors.compareTo(found.errorsMonthly().likely()) != 0) {
            return "";
        }
        double share = more.doubleValue() / (errors.doubleValue() * view.horizonMonths());
        return share >= 1
                ? ""
                : " " + wording.plain("card-money-pays", OptionWording.percent(Math.ceil(100 * share) / 100));
    }

    private String nextBest(CostComparison view) {
        Recommendation.RunnerUp second = view.best().runnerUp();
        if (second == null) {
            return "";
        }
        Optional<Option> best = view.option(view.best().option());
        Optional<Option> next = view.option(second.option());
        if (best.isEmpty() || next.isEmpty()) {
            return "";
        }
        BigDecimal more = difference(next.get(), best.get());
        String key = view.best().tie() ? "card-next-even" : more.signum() < 0 ? "card-next-less" : "card-next-more";
        String text = view.assumesErrorCost()
                ? wording.plain(
                        "card-next-assumed",
                        OptionWording.name(next.get()),
                        next.get().setup().text(),
                        next.get().monthly().text())
                : wording.plain(key, OptionWording.name(next.get()), rounded(more.abs()), view.horizonMonths());
        return view.samples() == 0
                ? text
                : text + " "
                        + wording.plain(
                                "card-stays-best",
                                OptionWording.percent(view.best().probability()),
                                NumberFormat.number(BigDecimal.valueOf(view.samples())));
    }

    /**
     * Where money decided, a threshold of price or volume, or that there is none: to look for all the rest takes longer than the answer, and is left
     * to whoever asks for it. Else a threshold tells more than a choice that would have to be another. What no team reaches is left to the list of all.
     */
    private String flips(Decision decision, Outlook outlook) {
        List<String> money = decision.recommendation() == null
                ? List.of()
                : ofMoney.stream().filter(outlook.tried()::contains).toList();
        Optional<Counterfactual> found = money.isEmpty()
                ? nearest(outlook)
                : money.stream()
                        .flatMap(fact -> outlook.near(fact).stream())
                        .filter(Counterfactual::isThreshold)
                        .findFirst();
        return found.map(sections::flip).orElseGet(() -> none(money, outlook));
    }

    private String none(List<String> money, Outlook outlook) {
        return money.isEmpty()
                ? wording.plain(outlook.flips().isEmpty() ? "flips-none" : "card-flips-far")
                : wording.plain(
                        "card-flips-money", money.stream().map(sections::label).collect(Collectors.joining(", ")));
    }

    private static Optional<Counterfactual> nearest(Outlook outlook) {
        List<Counterfactual> near =
                outlook.flips().stream().filter(flip -> !flip.far()).toList();
        return near.stream()
                .filter(Counterfactual::isThreshold)
                .findFirst()
                .or(() -> near.stream().findFirst());
    }

    private String first(List<Assumed> all) {
        String shown = all.stream()
                .limit(MOST_ASSUMED)
                .map(each -> wording.plain("card-assumed-one", each.label(), each.value()))
                .collect(Collectors.joining("; "));
        if (!shown.isEmpty()) {
            shown = Character.toUpperCase(shown.charAt(0)) + shown.substring(1);
        }
        return all.size() <= MOST_ASSUMED
                ? shown
                : wording.plain("card-assumed-more", shown, all.size() - MOST_ASSUMED);
    }

    private String toDecide(Advice advice, Optional<CostComparison> cost, Optional<Option> option, CaseAnswer answer) {
        if (option.filter(found -> !found.id().equals(TODAY)).isPresent()) {
            long open = advice.gates().stream()
                    .filter(gate -> gate.state() == GateState.State.OPEN)
                    .count();
            String go = wording.plain(
                    "card-go-ahead",
                    option.get().setup().text(),
                    weeks(option.get().standing().weeksToLive()));
            boolean gates = open > 0 && advice.decision().orElseThrow().asksGates();
            return go
                    + (gates ? " " + wording.plain("card-first", open) : "")
                    + cost.filter(view -> !view.assumesErrorCost())
                            .map(view -> waiting(view, option.get()))
                            .orElse("");
        }
        return answer.moves().stream()
                .filter(move -> !move.effort().isEmpty())
                .findFirst()
                .map(move -> wording.plain("card-test-first", move.effort()))
                .orElseGet(() -> wording.plain("card-nothing-to-buy"));
    }

    /** What a month without it costs: the reason to decide soon. */
    private String waiting(CostComparison view, Option option) {
        BigDecimal saved = view.option(TODAY)
                .filter(Option::priced)
                .map(today -> monthly(today).subtract(monthly(option)))
                .orElse(BigDecimal.ZERO);
        return saved.signum() > 0 ? " " + wording.plain("card-waiting", rounded(saved)) : "";
    }

    /** As the table shows both, so that whoever takes one from the other finds the same. */
    private static BigDecimal difference(Option one, Option other) {
        BigDecimal[] totals = {one.total().likely(), other.total().likely()};
        int places = totals[0].abs().min(totals[1].abs()).compareTo(BigDecimal.valueOf(100)) >= 0 ? 0 : 2;
        return totals[0]
                .setScale(places, RoundingMode.HALF_UP)
                .subtract(totals[1].setScale(places, RoundingMode.HALF_UP));
    }

    private static BigDecimal monthly(Option option) {
        return option.monthly().likely().add(option.errorsMonthly().likely());
    }

    private static String weeks(double weeks) {
        return NumberFormat.counted(BigDecimal.valueOf(Math.max(1, Math.round(weeks))), "weeks");
    }

    private static String rounded(BigDecimal amount) {
        return MoneyFormat.rounded(Money.of(amount));
    }

    private void add(String name, String text, Kind kind, List<Row> rows) {
        if (!text.isEmpty()) {
            rows.add(new Row(wording.plain(name), text, kind));
        }
    }
}
