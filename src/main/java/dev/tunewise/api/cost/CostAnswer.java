package dev.tunewise.api.cost;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.result.CostComparison;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options in money. */
@Serdeable
public record CostAnswer(
        @Schema(example = "USD") String currency,

        @Schema(description = "months over which totals are added up", example = "12") @JsonProperty("horizon_months")
        int horizonMonths,

        @Schema(description = "how sure an option must be to meet the target", example = "0.5")
        @JsonProperty("wanted_probability")
        double wantedProbability,

        @Schema(description = "today's first; at the volume given, or at the first of `volumes`")
        List<OptionAnswer> options,

        @Schema(description = "the same at several volumes, where the volume is not known; else empty")
        List<VolumeAnswer> volumes,

        @Schema(description = "from which volume each option beats what is done today") @JsonProperty("break_even")
        List<BreakEvenAnswer> breakEven,

        @Schema(
                description =
                        "share of simulated cases that pay back within the horizon, 0 to 1; null where nothing was simulated",
                nullable = true)
        @JsonProperty("probability_of_payback")
        @Nullable
        Double probabilityOfPayback,

        @Schema(description = "how many cases were simulated; 0 where nothing was", example = "10000")
        int samples,

        @Schema(description = "how break-even is reckoned, in symbols") @JsonProperty("break_even_formula")
        String breakEvenFormula,

        @Schema(description = "what the comparison comes to, in sentences")
        List<String> summary,

        @Schema(description = "the inputs that matter most") List<String> drivers,

        @Schema(description = "what `chart.svg` and `chart.png` of a conversation can draw of it, in words")
        List<PictureAnswer> pictures,

        @Schema(description = "what to mind about the figures, in sentences")
        List<String> notes,

        @Schema(description = "options that make no sense here, each with its reason") @JsonProperty("left_out")
        List<String> leftOut,

        @Schema(description = "the inputs that nobody gave, or that were measured, each with its range")
        List<ParameterAnswer> parameters) {

    /** All options at one volume. */
    @Serdeable
    record VolumeAnswer(String caption, List<OptionAnswer> options) {}

    /** From which volume an option beats what is done today. */
    @Serdeable
    record BreakEvenAnswer(
            @Schema(description = "id of the option") String option,

            @Schema(description = "calls a day; null where no volume makes it", nullable = true) @Nullable
            BigDecimal volume,

            String text,
            String formula) {}

    /** Something that can be drawn. */
    @Serdeable
    record PictureAnswer(
            @Schema(allowableValues = {"break-even", "payback", "cumulative"})
            String chart,

            String title,

            @Schema(description = "what it shows, for those who cannot see it")
            String alternative) {}

    /** An input that is not certain. */
    @Serdeable
    record ParameterAnswer(
            @Schema(description = "stable name; `parameters` sets a cost parameter by it")
            String key,

            String name,
            BigDecimal low,
            BigDecimal likely,
            BigDecimal high,
            @Schema(description = "the range with its unit") String text,

            @Schema(allowableValues = {"given", "sourced", "derived", "assumption", "measured"})
            String basis,

            String source,

            @Schema(description = "whether the simulation varies it; the horizon, for one, is a choice and stays")
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
