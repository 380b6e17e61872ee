package dev.tunewise.cost.workload;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.Formula.Leaf;
import dev.tunewise.cost.formula.Formula.Named;
import dev.tunewise.cost.formula.PriceName;
import dev.tunewise.cost.formula.PriceRef;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.MonthLength;
import dev.tunewise.money.Range;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.name.ModelLookup;
import dev.tunewise.price.offer.Provenance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all options of a case share: the figures that are given, ranges for those that are not, and the prices in use. */
public final class CostContext {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** The key of the volume, which curves and volumes vary. */
    public static final String CALLS = "fact:calls_per_day";
    /** All token prices against those of today. */
    public static final String TOKEN_PRICES = "token_price_share";

    private static final String VENDOR_PRICES = "vendor_price_share";

    public final CostCase facts;
    public final PriceCatalogue catalogue;
    public final LocalDate today;
    public final int horizon;
    public final List<String> notes = new ArrayList<>();
    public final Formula callsPerDay;
    public final BigDecimal daysPerMonth;
    public final Named callsPerMonth;
    public final Formula retried;
    public final Quality quality;
    public final TodayModel model;
    public final PromptLength prompt;
    private final Map<String, Leaf> leaves = new LinkedHashMap<>();
    private final Map<String, Leaf> parameters = new HashMap<>();
    private final Map<String, CostInput> settings = new LinkedHashMap<>();
    private final Map<String, Formula> figures = new HashMap<>();

    public CostContext(CostCase facts, PriceCatalogue catalogue, @Nullable BigDecimal assumedCallsPerDay) {
        this.facts = facts;
        this.catalogue = catalogue;
        today = facts.asOf();
        setting(Parameters.HORIZON);
        horizon = facts.parameters().horizonMonths();
        callsPerDay = calls(assumedCallsPerDay);
        daysPerMonth = MonthLength.days(callsPerDay.exact(ValuePoint.likely()));
        callsPerMonth = Formula.product(callsPerDay, days()).counted("calls a month");
        retried = Formula.sum(Formula.number(1), parameter("retry_rate"));
        TodayModel plain = TodayModel.of(this);
        prompt = new PromptLength(this, plain);
        model = plain.at(this, prompt.likelyInput());
        quality = Quality.of(this);
    }

    /** Parameters that decide something without being varied, such as the horizon, as far as they were used. */
    public List<CostInput> settings() {
        return List.copyOf(settings.values());
    }

    /** A parameter that decides something without being varied. */
    public Range setting(String key) {
        CostInput known = settings.get(key);
        if (known == null) {
            known = facts.parameters().input(key);
            settings.put(key, known);
        }
        return known.range();
    }

    /** A figure that is looked up at most once. */
    public Formula once(String key, Supplier<Formula> lookUp) {
        return figures.computeIfAbsent(key, _ -> lookUp.get());
    }

    /** A parameter; the same figure wherever it is used. */
    public Leaf parameter(String key) {
        return parameters.computeIfAbsent(key, _ -> leaf(facts.parameters().input(key)));
    }

    /** Chance, even between 0 and 1; the same wherever it is used. */
    Leaf chance(String of) {
        return leaf(new CostInput(
                CostInput.CHANCE + of,
                "luck of " + of,
                Range.of(0, 0.5, 1),
                CostInput.Kind.SHARE,
                "",
                FigureBasis.DERIVED,
                "drawn again for each simulated case",
                null,
                new CostInput.Measured(0, 0)));
    }

    public Optional<Leaf> fact(String id, CostInput.Kind kind, String label, String unit) {
        return facts.quantity(id).map(range -> leaf(given(id, kind, label, unit, range)));
    }

    /** A leaf for an input; the same object for the same key. */
    public Leaf leaf(CostInput input) {
        return leaves.computeIfAbsent(input.key(), key -> new Leaf(input));
    }

    /** A price as a figure; empty when it is unknown. */
    public Optional<Formula> price(@Nullable Money price, PriceName name, Provenance provenance) {
        if (price == null) {
            return Optional.empty();
        }
        Range range = Range.exactly(price.amount());
        return Optional.of(price(range, name, provenance));
    }

    /** A price that is only known to lie in a range. */
    public Formula price(Range range, PriceName name, Provenance provenance) {
        Leaf known = leaves.get(name.key());
        Formula price = known == null
                ? leaf(catalogue.derived(
                        CostInput.class, List.of(name, range, provenance, today), () -> input(range, name, provenance)))
                : known;
        return name.kind() == CostInput.Kind.PER_MILLION
                ? at(price, TOKEN_PRICES)
                : name.unit().endsWith("hour") ? at(price, "gpu_price_share") : price;
    }

    /** A price times the share of it that somebody set. */
    public Formula at(Formula price, String share) {
        return facts.parameters().isGiven(share) ? Formula.product(price, parameter(share)) : price;
    }

    /** What a vendor takes of its list price: less than all where it is the one of today and gives a discount. */
    public Formula discounted(Formula price, String vendor) {
        return facts.parameters().isGiven(VENDOR_PRICES)
                        && facts.choice("model")
                                .filter(said -> catalogue.lookup(said, today) instanceof ModelLookup.Found found
                                        && found.model().provider().equals(vendor))
                                .isPresent()
                ? at(price, VENDOR_PRICES)
                : price;
    }

    private CostInput input(Range range, PriceName name, Provenance provenance) {
        String shown = CostInput.written(name.kind(), name.unit(), range.likely());
        if (!range.isExact()) {
            shown += " (" + MoneyFormat.exact(Money.of(range.low())) + " to "
                    + MoneyFormat.exact(Money.of(range.high())) + ")";
        }
        return new CostInput(
                name.key(),
                "price: " + name.what(),
                range,
                name.kind(),
                name.unit(),
                range.isExact() ? FigureBasis.SOURCED : FigureBasis.DERIVED,
                provenance.source(),
                PriceRef.of(name.what(), shown, provenance, today),
                null);
    }

    /** Hours at the engineering rate. */
    public Formula work(String hoursParameter) {
        return Formula.product(parameter(hoursParameter), parameter("engineer_usd_per_hour"));
    }

    /** A percentage as a share. */
    public static Range toShare(Range percent) {
        return new Range(
                percent.low().divide(HUNDRED),
                percent.likely().divide(HUNDRED),
                percent.high().divide(HUNDRED));
    }

    private Formula calls(@Nullable BigDecimal assumed) {
        Optional<Range> known = facts.quantity("calls_per_day");
        if (assumed == null && known.isPresent()) {
            return leaf(given("calls_per_day", CostInput.Kind.COUNT, "calls a day", "calls a day", known.get()));
        }
        CostInput usual = facts.parameters().input("assumed_calls_per_day");
        return leaf(new CostInput(
                CALLS,
                usual.label(),
                assumed == null ? usual.range() : Range.exactly(assumed),
                usual.kind(),
                usual.unit(),
                usual.basis(),
                usual.source()));
    }

    private Formula days() {
        return leaf(
                new CostInput(
                        "days",
                        "days of a month",
                        Range.exactly(daysPerMonth),
                        CostInput.Kind.COUNT,
                        "days",
                        FigureBasis.DERIVED,
                        "30 days for volumes by the day; an average month where the volume was said by the month, the week or the year"));
    }

    private static CostInput given(String id, CostInput.Kind kind, String label, String unit, Range range) {
        return new CostInput("fact:" + id, label, range, kind, unit, FigureBasis.GIVEN, "");
    }
}
