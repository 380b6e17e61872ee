package dev.tunewise.costing;

import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.cost.estimate.CostOption;
import dev.tunewise.cost.estimate.CostOption.Priced;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.formula.BreakEven;
import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.PriceRef;
import dev.tunewise.cost.simulation.Influence;
import dev.tunewise.cost.simulation.SimulationResult;
import dev.tunewise.flow.interview.Late;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.MonthLength;
import dev.tunewise.money.NumberFormat;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An estimate as the advice's view of costs. */
final class EstimateView {
    private static final String CURRENCY = "USD";

    private final Estimate estimate;
    private final List<CostComparison.Picture> pictures;
    private final Recommendation best;
    private final Optional<Priced> recommended;
    private final OptionView options;

    /** The view of an estimate. */
    EstimateView(
            Estimate estimate,
            List<CostComparison.Picture> pictures,
            Optional<Decision> decision,
            Recommendation best) {
        this.estimate = estimate;
        this.pictures = pictures;
        this.best = best;
        recommended = decision.flatMap(this::named);
        Set<String> main = new HashSet<>();
        estimate.mainOptions().forEach(option -> main.add(option.id()));
        recommended.ifPresent(option -> main.add(option.id()));
        options = new OptionView(main);
    }

    /** The row that a decision names, or the cheapest that pulls its lever. */
    private Optional<Priced> named(Decision decision) {
        return decision.recommendation() != null
                ? Optional.of(estimate.recommended())
                : estimate.priced().stream()
                        .filter(option -> option.lever().equals(decision.lever()))
                        .min(Comparator.comparingDouble(
                                option -> estimate.choice().of(option.id()).total()));
    }

    CostComparison view() {
        SimulationResult.OptionRisk risk = risk();
        CostSentences sentences = new CostSentences(estimate, best, recommended);
        return new CostComparison(
                CURRENCY,
                estimate.horizonMonths(),
                estimate.choice().wanted(),
                best,
                recommended.map(CostOption::id).orElse(""),
                tables(),
                breakEvens(),
                BreakEven.SYMBOLS,
                estimate.horizonMonths() + " × set-up / (set-up + total of today - total)",
                presentValue(),
                sentences.all(),
                sentences.monthly(),
                risk == null ? null : risk.paybackWithinHorizon(),
                samples(),
                estimate.influences().stream().map(EstimateView::driver).toList(),
                pictures,
                estimate.assumed().stream().map(this::parameter).toList(),
                AssumedValues.of(estimate),
                prices(),
                estimate.notes(),
                estimate.leftOut().stream()
                        .map(option -> option.title() + ": " + option.reason())
                        .toList());
    }

    /** As {@link dev.tunewise.cost.formula.InvestmentMath} does it, with the figures in use. */
    private String presentValue() {
        String months = "sum over t = 1 to " + estimate.horizonMonths() + " of ";
        String worth = " / (1 + " + setting("discount_rate_per_year") + ")^(t/12)";
        return "-set-up + " + months + "saving a month" + worth
                + "; with falling prices the part saved on tokens × (1 - " + setting("price_drop_per_year")
                + ")^(t/12); set-up and saving a month (month and errors of today less those of the option) are those of the"
                + " lines, not of the total, which is the middle of the simulated cases";
    }

    private String setting(String key) {
        return estimate.facts()
                .parameters()
                .get(key)
                .range()
                .likely()
                .stripTrailingZeros()
                .toPlainString();
    }

    private int samples() {
        SimulationResult risk = estimate.risk();
        return risk == null ? 0 : risk.samples();
    }

    private SimulationResult.@Nullable OptionRisk risk() {
        SimulationResult risk = estimate.risk();
        return risk == null
                ? null
                : estimate.bestTuning().map(best -> risk.of(best.id())).orElse(null);
    }

    private List<CostComparison.Table> tables() {
        List<CostComparison.Table> tables = new ArrayList<>();
        tables.add(table(estimate));
        estimate.atVolumes().get().forEach(other -> tables.add(table(other)));
        return tables;
    }

    private CostComparison.Table table(Estimate shown) {
        return new CostComparison.Table(
                volume(shown.callsPerDay()),
                shown.callsPerDay().multiply(MonthLength.days(shown.callsPerDay())),
                shown.options().stream()
                        .map(option -> options.of(option, shown))
                        .toList());
    }

    static String volume(BigDecimal callsPerDay) {
        BigDecimal shown = callsPerDay.compareTo(BigDecimal.ONE) < 0
                ? callsPerDay.round(new MathContext(2))
                : callsPerDay.setScale(callsPerDay.compareTo(BigDecimal.TEN) < 0 ? 1 : 0, RoundingMode.HALF_UP);
        return NumberFormat.counted(shown.stripTrailingZeros(), "calls") + " a day";
    }

    private static String driver(Influence influence) {
        Range range = influence.input().range();
        return influence.input().label() + ": the saving is " + dollars(influence.savingAtLow()) + " at "
                + influence.input().written(range.low()) + " and " + dollars(influence.savingAtHigh()) + " at "
                + influence.input().written(range.high());
    }

    static String dollars(double amount) {
        return MoneyFormat.rounded(Money.of(BigDecimal.valueOf(amount)));
    }

    private CostComparison.Parameter parameter(CostInput input) {
        Range range = input.range();
        CostComparison.Bounds bounds = new CostComparison.Bounds(
                range.low(),
                range.likely(),
                range.high(),
                List.of(input.written(range.low()), input.written(range.likely()), input.written(range.high())));
        String text = range.isExact() ? input.written(range.likely()) : String.join(" / ", bounds.texts());
        boolean matters = estimate.influences().stream()
                .anyMatch(influence -> influence.input().key().equals(input.key()));
        return new CostComparison.Parameter(
                key(input),
                input.label(),
                bounds,
                text,
                input.measured() == null ? input.basis().label() : "measured",
                input.source(),
                matters,
                !estimate.settings().contains(input) && !range.isExact());
    }

    /** The name by which an input can be set: what stands before it says only where it comes from. */
    private static String key(CostInput input) {
        return input.key().replaceFirst("^(parameter|fact):", "");
    }

    private List<CostComparison.Price> prices() {
        Set<PriceRef> main = new HashSet<>();
        estimate.priced().stream().filter(options::matters).forEach(option -> main.addAll(option.prices()));
        return estimate.prices().stream()
                .map(price -> new CostComparison.Price(
                        price.what(),
                        price.price(),
                        price.asOf(),
                        price.source(),
                        price.warning(),
                        main.contains(price)))
                .toList();
    }

    /** From which volume each option beats today. */
    private List<CostComparison.BreakEven> breakEvens() {
        return estimate.priced().stream()
                .skip(1)
                .map(option -> new CostComparison.BreakEven(
                        option.id(), option.title(), options.matters(option), Late.of(() -> volume(option))))
                .toList();
    }

    private CostComparison.Volume volume(Priced option) {
        BreakEven found = Objects.requireNonNull(option.breakEven());
        return new CostComparison.Volume(
                found.exists() ? BigDecimal.valueOf(found.callsPerDay()) : null,
                text(found) + middle(option, found),
                // The formula in symbols is the same for all.
                found.formula().replace(BreakEven.SYMBOLS + "; ", ""));
    }

    private static String text(BreakEven breakEven) {
        if (!breakEven.exists()) {
            return breakEven.reason().isEmpty() ? "at no volume." : "at no volume. " + breakEven.reason();
        }
        return breakEven.callsPerDay() <= 0
                ? "from the first call."
                : "from about " + volume(BigDecimal.valueOf(breakEven.callsPerDay())) + ".";
    }

    /**
     * Break-even takes the likely value of each figure, the table the middle of the simulated cases: where the two lead to opposite sides of
     * today, it is said.
     */
    private String middle(Priced option, BreakEven breakEven) {
        double total = estimate.choice().of(option.id()).total();
        double now = estimate.choice().of(estimate.today().id()).total();
        boolean beyond = breakEven.exists()
                && estimate.callsPerDay().compareTo(BigDecimal.valueOf(breakEven.callsPerDay())) >= 0;
        if (estimate.volumeAssumed() || beyond == total <= now) {
            return "";
        }
        return " That is with every figure at its likely value; in the middle of the simulated cases it costs "
                + (beyond ? "more" : "less") + " than today at " + volume(estimate.callsPerDay()) + ".";
    }
}
