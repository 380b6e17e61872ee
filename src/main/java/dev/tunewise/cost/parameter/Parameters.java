package dev.tunewise.cost.parameter;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.money.Range;
import dev.tunewise.price.file.JsonResource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cost parameters of a case: shipped ranges, any of which may be set to something else. Immutable. */
public final class Parameters {
    /** How many months savings count. */
    public static final String HORIZON = "horizon_months";

    private static final BigDecimal TINY = new BigDecimal("0.001");

    private final Map<String, CostParameter> byKey;
    private final Map<String, CostInput> inputs = new HashMap<>();

    private Parameters(Map<String, CostParameter> byKey) {
        this.byKey = byKey;
        byKey.forEach((key, parameter) -> inputs.put(key, parameter.toInput()));
    }

    /** A setting that cannot be taken. `key`: the parameter as it was named. */
    public record Fault(String key, String value, String expected) {
        public String message() {
            return "Cost parameter " + key + " was set to " + value + ", expected " + expected + ".";
        }
    }

    /** A parameter as the files have it. */
    private record Shipped(
            String key,
            String label,
            BigDecimal low,
            BigDecimal likely,
            BigDecimal high,
            String unit,
            CostInput.Kind shownAs,
            String shownUnit,
            FigureBasis basis,
            String source,
            @Nullable String takes) {
        CostParameter parameter() {
            Range range = new Range(low, likely, high);
            return switch (takes) {
                case "months" -> limited(range, BigDecimal.ONE, BigDecimal.valueOf(120), true);
                case "share" -> limited(range, BigDecimal.ZERO, BigDecimal.ONE, false);
                // A share of a difference may be more than all of it or the other way round.
                case "signed-share" -> limited(range, BigDecimal.valueOf(-1), BigDecimal.TWO, false);
                // Something is divided by it, or it makes no sense at nothing.
                case "positive-share" -> limited(range, TINY, BigDecimal.ONE, false);
                case "positive" -> limited(range, TINY, CostParameter.PLENTY, false);
                // More is the sum for all of them.
                case "price-of-one" -> limited(range, BigDecimal.ZERO, BigDecimal.valueOf(1000), false);
                case null -> limited(range, BigDecimal.ZERO, CostParameter.PLENTY, false);
                default -> throw new IllegalStateException("Nobody knows what a parameter takes that is " + takes);
            };
        }

        private CostParameter limited(Range range, BigDecimal least, BigDecimal most, boolean whole) {
            return new CostParameter(key, label, shownAs, shownUnit, range, basis, source, least, most, whole);
        }
    }

    public static Parameters shipped() {
        Map<String, CostParameter> byKey = new LinkedHashMap<>();
        for (String file : List.of("cost-defaults.json", "more-defaults.json")) {
            JsonResource.list(Parameters.class, file, "parameters", Shipped.class)
                    .forEach(entry -> byKey.put(entry.key(), entry.parameter()));
        }
        return new Parameters(byKey);
    }

    /**
     * These parameters with settings.
     *
     * @param settings by key; a value is a number, a text with a number, a {@link Range}, a list of low, likely and high, or a map
     *     with {@code low}, {@code likely} and {@code high}
     * @throws IllegalArgumentException when {@link #faults} finds something
     */
    public Parameters with(Map<String, ? extends @Nullable Object> settings) {
        List<Fault> faults = faults(settings);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    String.join(" ", faults.stream().map(Fault::message).toList()));
        }
        Map<String, CostParameter> changed = new LinkedHashMap<>(byKey);
        settings.forEach((key, value) -> changed.computeIfPresent(
                key,
                (name, parameter) ->
                        SettingReader.read(value).map(parameter::given).orElse(parameter)));
        return new Parameters(changed);
    }

    /** Everything that is wrong with settings; empty when {@link #with} would take them. */
    public List<Fault> faults(Map<String, ? extends @Nullable Object> settings) {
        List<Fault> faults = new ArrayList<>();
        settings.forEach((key, value) -> {
            if (!byKey.containsKey(key)) {
                faults.add(new Fault(
                        key, String.valueOf(value), "a known parameter: " + String.join(", ", byKey.keySet())));
                return;
            }
            CostParameter parameter = get(key);
            Optional<Range> range = SettingReader.read(value);
            if (range.isEmpty() || !parameter.takes(range.get())) {
                faults.add(new Fault(key, String.valueOf(value), parameter.expected()));
            }
        });
        return faults;
    }

    /** The parameter with this key; throws IllegalArgumentException when there is none. */
    public CostParameter get(String key) {
        CostParameter parameter = byKey.get(key);
        if (parameter == null) {
            throw new IllegalArgumentException("There is no cost parameter " + key);
        }
        return parameter;
    }

    /** The parameter with this key as an input of an estimate; always the same object. */
    public CostInput input(String key) {
        CostInput input = inputs.get(key);
        if (input == null) {
            throw new IllegalArgumentException("There is no cost parameter " + key);
        }
        return input;
    }

    /** Whether there is such a parameter and somebody set it. */
    public boolean isGiven(String key) {
        CostParameter parameter = byKey.get(key);
        return parameter != null && parameter.basis() == FigureBasis.GIVEN;
    }

    /** All parameters by key, in the order of the files. */
    public Map<String, CostParameter> byKey() {
        return Collections.unmodifiableMap(byKey);
    }

    /** All parameters in the order of the files. */
    public Collection<CostParameter> all() {
        return List.copyOf(byKey.values());
    }

    /** How many whole months savings count. */
    public int horizonMonths() {
        return get(HORIZON).range().likely().intValue();
    }

    public double likely(String key) {
        return get(key).range().likely().doubleValue();
    }
}
