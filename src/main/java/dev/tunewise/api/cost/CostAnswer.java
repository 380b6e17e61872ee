package dev.tunewise.api.cost;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.result.CostComparison;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options in money. */
@Serdeable
public record CostAnswer(
        String currency,

        @JsonProperty("horizon_months") int horizonMonths,

        @JsonProperty("wanted_probability") double wantedProbability,

        List<OptionAnswer> options,

        List<VolumeAnswer> volumes,

        @JsonProperty("break_even") List<BreakEvenAnswer> breakEven,

        @JsonProperty("probability_of_payback") @Nullable Double probabilityOfPayback,

        int samples,

        @JsonProperty("break_even_formula") String breakEvenFormula,

        List<String> summary,

        List<String> drivers,

        List<PictureAnswer> pictures,

        List<String> notes,

        @JsonProperty("left_out") List<String> leftOut,

        List<ParameterAnswer> parameters) {

    /** All options at one volume. */
    @Serdeable
    record VolumeAnswer(String caption, List<OptionAnswer> options) {}

    /** From which volume an option beats what is done today. */
    @Serdeable
    record BreakEvenAnswer(String option, @Nullable BigDecimal volume, String text, String formula) {}

    /** Something that can be drawn. */
    @Serdeable
    record PictureAnswer(String chart, String title, String alternative) {}

    /** An input that is not certain. */
    @Serdeable
    record ParameterAnswer(
            String key,

            String name,
            BigDecimal low,
            BigDecimal likely,
            BigDecimal high,
            String text,

            String basis,

            String source,

            boolean varied) {
        static ParameterAnswer of(CostComparison.Parameter input) {
            return new ParameterAnswer(
                    input.key(),
                    input.name(),
                    input.range().low(),
                    input.range().likely(),
                    input.range().high(),
                    input.text(),
                    input.basis(),
                    input.source(),
                    input.varied());
        }
    }

    public static CostAnswer of(CostComparison view) {
        List<CostComparison.Table> tables = view.tables();
        return new CostAnswer(
                view.currency(),
                view.horizonMonths(),
                view.wantedProbability(),
                tables.isEmpty() ? List.of() : OptionAnswer.of(tables.getFirst()),
                tables.size() < 2
                        ? List.of()
                        : tables.stream()
                                .map(table -> new VolumeAnswer(table.caption(), OptionAnswer.of(table)))
                                .toList(),
                view.breakEven().stream()
                        .map(each -> new BreakEvenAnswer(each.option(), each.volume(), each.text(), each.formula()))
                        .toList(),
                view.probabilityOfPayback(),
                view.samples(),
                view.breakEvenFormula(),
                view.sentences(),
                view.drivers(),
                view.pictures().stream()
                        .map(each -> new PictureAnswer(each.chart(), each.title(), each.alternative()))
                        .toList(),
                view.notes(),
                view.leftOut(),
                view.parameters().stream().map(ParameterAnswer::of).toList());
    }
}
