package dev.tunewise.cost;

import dev.tunewise.cost.Formula.Leaf;
import dev.tunewise.cost.Formula.Named;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.Range;
import dev.tunewise.price.Catalogue;
import dev.tunewise.price.Provenance;
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
final class Situation {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** The key of the volume, which curves and volumes vary. */
    static final String CALLS = "fact:calls_per_day";

    final CostCase facts;
    final Catalogue catalogue;
    final LocalDate today;
    final int horizon;
    final List<String> notes = new ArrayList<>();
    final Named callsPerMonth;
    final Formula retried;
    final Quality quality;
    final TodayModel model;
    final Prompt prompt;
    private final Map<String, Leaf> leaves = new LinkedHashMap<>();
    private final Map<String, Leaf> parameters = new HashMap<>();
    private final Map<String, Input> settings = new LinkedHashMap<>();
    private final Map<String, Formula> figures = new HashMap<>();

    Situation(CostCase facts, Catalogue catalogue, @Nullable BigDecimal assumedCallsPerDay) {
        this.facts = facts;
        this.catalogue = catalogue;
        today = facts.asOf();
        setting(Parameters.HORIZON);
        horizon = facts.parameters().horizonMonths();
        callsPerMonth =
                new Named("calls a month", Input.Kind.COUNT, Formula.product(calls(assumedCallsPerDay), days()));
        retried = Formula.sum(Formula.number(1), parameter("retry_rate"));
        model = TodayModel.of(this);
        prompt = new Prompt(this);
        quality = Quality.of(this);
    }

    /** All inputs in use so far, in the order in which they were first used. */
    List<Input> inputs() {
        return leaves.values().stream().map(Leaf::input).toList();
    }

    /** Parameters that decide something without being varied, such as the horizon, as far as they were used. */
    List<Input> settings() {
        return List.copyOf(settings.values());
    }

    /** A parameter that decides something without being varied. */
    Range setting(String key) {
        Input known = settings.get(key);
        if (known == null) {
            known = facts.parameters().input(key);
            settings.put(key, known);
        }
        return known.range();
    }

    /** A figure that is looked up at most once. */
    Formula once(String key, Supplier<Formula> lookUp) {
        Formula known = figures.get(key);
        if (known == null) {
            known = lookUp.get();
            figures.put(key, known);
        }
        return known;
    }

    /** A parameter; the same figure wherever it is used. */
    Leaf parameter(String key) {
        Leaf known = parameters.get(key);
        if (known == null) {
            known = leaf(facts.parameters().input(key));
            parameters.put(key, known);
        }
        return known;
    }

    /** A fact that is known. */
    Optional<Leaf> fact(String id, Input.Kind kind, String label, String unit) {
        return facts.quantity(id).map(range -> leaf(given(id, kind, label, unit, range)));
    }

    /** A leaf for an input; the same object for the same key. */
    Leaf leaf(Input input) {
        return leaves.computeIfAbsent(input.key(), key -> new Leaf(input));
    }

    /** A price as a figure; empty when it is unknown. */
    Optional<Formula> price(@Nullable Money price, PriceName name, Provenance provenance) {
        if (price == null) {
            return Optional.empty();
        }
        Range range = Range.exactly(price.amount());
        return Optional.of(price(range, name, provenance));
    }

    /** A price that is only known to lie in a range. */
    Formula price(Range range, PriceName name, Provenance provenance) {
        Leaf known = leaves.get(name.key());
        if (known != null) {
            return known;
        }
        String shown = Input.written(name.kind(), name.unit(), range.likely());
        if (!range.isExact()) {
            shown += " (" + MoneyFormat.exact(Money.of(range.low())) + " to "
                    + MoneyFormat.exact(Money.of(range.high())) + ")";
        }
        return leaf(new Input(
                name.key(),
                "price: " + name.what(),
                range,
                name.kind(),
                name.unit(),
                range.isExact() ? Basis.SOURCED : Basis.DERIVED,
                provenance.source(),
                PriceRef.of(name.what(), shown, provenance, today),
                null));
    }

    Formula share(Formula whole, String parameter) {
        return Formula.product(whole, parameter(parameter));
    }

    /** Hours at the engineering rate. */
    Formula work(String hoursParameter) {
        return Formula.product(parameter(hoursParameter), parameter("engineer_usd_per_hour"));
    }

    static Range toShare(Range percent) {
        return new Range(
                percent.low().divide(HUNDRED),
                percent.likely().divide(HUNDRED),
                percent.high().divide(HUNDRED));
    }

    private Formula calls(@Nullable BigDecimal assumed) {
        if (assumed != null) {
            return leaf(new Input(
                    CALLS,
                    "calls a day",
                    Range.exactly(assumed),
                    Input.Kind.COUNT,
                    "calls a day",
                    Basis.ASSUMPTION,
                    "nobody said how many",
                    null,
                    null));
        }
        Range range = facts.quantity("calls_per_day")
                .orElseThrow(() -> new IllegalStateException("A volume is either known or assumed"));
        return leaf(given("calls_per_day", Input.Kind.COUNT, "calls a day", "calls a day", range));
    }

    private Formula days() {
        return leaf(new Input(
                "days",
                "days of a month",
                Range.exactly(BigDecimal.valueOf(Returns.DAYS_PER_MONTH)),
                Input.Kind.COUNT,
                "days",
                Basis.DERIVED,
                "30 days for daily volumes",
                null,
                null));
    }

    private static Input given(String id, Input.Kind kind, String label, String unit, Range range) {
        return new Input("fact:" + id, label, range, kind, unit, Basis.GIVEN, "", null, null);
    }
}
