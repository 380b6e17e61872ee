package dev.tunewise.costing;

import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.OptionAmounts;
import dev.tunewise.advice.result.SimulatedCosts;
import dev.tunewise.cost.estimate.CostLine;
import dev.tunewise.cost.estimate.CostOption;
import dev.tunewise.cost.estimate.CostOption.Priced;
import dev.tunewise.cost.estimate.CostOption.Unpriced;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.estimate.OptionChoice;
import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Payback;
import dev.tunewise.cost.formula.PresentValue;
import dev.tunewise.cost.formula.PriceRef;
import dev.tunewise.cost.simulation.MiddleShift;
import dev.tunewise.cost.simulation.SimulationResult;
import dev.tunewise.flow.interview.Late;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Options of an estimate as rows of the advice's view. */
record OptionView(Set<String> main) {
    private static final BigDecimal PLENTY = BigDecimal.valueOf(10_000);
    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final String MONTHS = " months";

    boolean matters(CostOption option) {
        return main.contains(option.id());
    }

    CostComparison.Option of(CostOption option, Estimate estimate) {
        OptionChoice.Fitness fitness = estimate.choice().of(option.id());
        CostComparison.Standing standing = new CostComparison.Standing(
                fitness.eligible(),
                fitness.excludedBy(),
                fitness.meetsTarget(),
                fitness.fails(),
                fitness.effortHours(),
                fitness.weeksToLive(),
                fitness.lockIn().id());
        return new CostComparison.Option(
                option.id(),
                option.title(),
                option.lever(),
                Objects.requireNonNullElse(option.model(), ""),
                matters(option),
                standing,
                option instanceof Priced priced ? likely(priced, fitness.total()) : OptionAmounts.Likely.NONE,
                option instanceof Priced priced
                        ? Late.of(() -> amounts(priced, estimate))
                        : Late.known(OptionAmounts.NONE),
                option.notes(),
                option instanceof Unpriced unpriced ? String.join(", ", unpriced.missing()) : "");
    }

    private static OptionAmounts.Likely likely(Priced option, double total) {
        return new OptionAmounts.Likely(
                option.setup().amount(),
                option.run().plus(option.upkeep()).amount(),
                money(total).amount());
    }

    private static OptionAmounts amounts(Priced option, Estimate estimate) {
        SimulationResult risk = estimate.risk();
        double total = estimate.choice().of(option.id()).total();
        double saving = estimate.choice().of(estimate.today().id()).total() - total;
        SimulationResult.OptionRisk simulated = risk == null ? null : risk.of(option.id());
        Payback payback = option.payback();
        boolean isToday = payback == null;
        PresentValue worth = option.detail().get().worth();
        Money perCorrect = option.detail().get().perCorrectAnswer();
        return new OptionAmounts(
                ranged(option.setup(), simulated == null ? null : simulated.setup()),
                ranged(option.run().plus(option.upkeep()), simulated == null ? null : simulated.monthly()),
                ranged(option.errors(), simulated == null ? null : simulated.errors()),
                ranged(money(total), simulated == null ? null : simulated.total()),
                rounded(option.total()),
                Late.of(() -> moved(option, total)),
                isToday
                        ? CostComparison.Amount.NONE
                        : ranged(money(saving), simulated == null ? null : simulated.saving()),
                worth == null ? CostComparison.Amount.NONE : rounded(worth.steadyPrices()),
                worth == null ? CostComparison.Amount.NONE : rounded(worth.fallingPrices()),
                payback == null ? CostComparison.Payback.NONE : payback(payback),
                isToday || simulated == null ? null : simulated(simulated),
                perCorrect == null ? CostComparison.Amount.NONE : quotient(perCorrect),
                option.lines().stream().map(OptionView::line).toList());
    }

    /** What moves the total from the sum of the lines; empty where the two are alike. */
    private static String moved(Priced option, double total) {
        if (!MiddleShift.isApart(option.total().amount().doubleValue(), total)) {
            return "";
        }
        String sums = "Its lines add up to " + MoneyFormat.rounded(option.total())
                + " over the horizon, the middle of the simulated cases is " + EstimateView.dollars(total) + ": ";
        return sums
                + option.shift().map(OptionView::most).orElse("several figures together move it, none of them alone.");
    }

    private static String most(MiddleShift shift) {
        CostInput input = shift.input();
        String what = input.isChance()
                ? "training fails in some cases, in each of which"
                : "“" + input.label() + "” is likely "
                        + input.written(input.range().likely()) + ", but in the middle of its cases "
                        + input.written(shift.middle()) + ", with which";
        return "what moves it most is that " + what + " the lines add up to " + EstimateView.dollars(shift.total())
                + ".";
    }

    /** An amount with the middle eight tenths of the simulation; what does not vary is exact. */
    private static CostComparison.Amount ranged(Money likely, SimulationResult.@Nullable Quantiles simulated) {
        if (simulated == null || simulated.p10() == simulated.p90()) {
            return rounded(likely);
        }
        // The samples lean to the side where there is more room, so that the sum of the likely values can fall outside
        // their middle.
        Money low = money(Math.min(simulated.p10(), likely.amount().doubleValue()));
        Money high = money(Math.max(simulated.p90(), likely.amount().doubleValue()));
        String from = brief(low);
        String to = brief(high);
        return new CostComparison.Amount(
                low.amount(),
                likely.amount(),
                high.amount(),
                MoneyFormat.rounded(likely),
                from.equals(to) ? "" : from + "–" + to);
    }

    private static SimulatedCosts simulated(SimulationResult.OptionRisk risk) {
        return new SimulatedCosts(
                quantiles(risk.saving(), amount -> brief(money(amount))),
                quantiles(risk.total(), amount -> brief(money(amount))),
                quantiles(risk.payback(), NumberFormat::months),
                risk.paybackWithinHorizon());
    }

    /** An end of a range: whole dollars below ten thousand, three digits above. */
    private static String brief(Money amount) {
        return amount.amount().abs().compareTo(PLENTY) < 0
                ? MoneyFormat.rounded(amount)
                : MoneyFormat.brief(Money.of(amount.amount().round(THREE_DIGITS)));
    }

    private static SimulatedCosts.Quantiles quantiles(
            SimulationResult.Quantiles found, DoubleFunction<String> written) {
        return new SimulatedCosts.Quantiles(
                found.p10(),
                found.p50(),
                found.p90(),
                List.of(written.apply(found.p10()), written.apply(found.p50()), written.apply(found.p90())));
    }

    private static Money money(double amount) {
        return Money.of(BigDecimal.valueOf(amount)).toCents();
    }

    private static CostComparison.Amount amount(Money money) {
        return new CostComparison.Amount(money.amount(), money.amount(), money.amount(), MoneyFormat.amount(money), "");
    }

    private static CostComparison.Amount rounded(Money money) {
        return new CostComparison.Amount(
                money.amount(), money.amount(), money.amount(), MoneyFormat.rounded(money), "");
    }

    /** A quotient, of which three digits are told. */
    private static CostComparison.Amount quotient(Money money) {
        Money told = new Money(money.amount().round(new MathContext(3)));
        return new CostComparison.Amount(money.amount(), money.amount(), money.amount(), MoneyFormat.exact(told), "");
    }

    /** Likely, and early to late where that differs. */
    static CostComparison.Payback payback(Payback payback) {
        String low = NumberFormat.months(payback.low());
        String high = NumberFormat.months(payback.high());
        return new CostComparison.Payback(
                payback.low(),
                payback.likely(),
                payback.high(),
                NumberFormat.months(payback.likely()),
                low.equals(high) ? "" : span(low, high));
    }

    /** From one time to another, with the unit said once: "0.2 to 0.7 months". */
    private static String span(String low, String high) {
        return (high.endsWith(MONTHS) && low.endsWith(MONTHS) ? low.replace(MONTHS, "") : low) + " to " + high;
    }

    private static CostComparison.Line line(CostLine line) {
        String part = switch (line.phase()) {
            case SETUP -> "setup";
            case RUN, UPKEEP -> "monthly";
            case ERRORS -> "errors";
        };
        String formula =
                Stream.concat(Stream.of(line.formula()), line.where().stream()).collect(Collectors.joining("; "));
        String source = line.prices().isEmpty()
                ? line.basis().label()
                : line.prices().stream().map(OptionView::source).collect(Collectors.joining("; "));
        return new CostComparison.Line(part, line.label(), amount(line.amount()), formula, source);
    }

    private static String source(PriceRef price) {
        return price.what() + " " + price.price() + ", " + price.source()
                + (price.asOf().isEmpty() ? ", undated" : ", " + price.asOf());
    }
}
