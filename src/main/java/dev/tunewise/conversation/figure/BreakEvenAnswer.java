package dev.tunewise.conversation.figure;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.CostComparison.Option;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.flow.Flow;
import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From which volume, cost of an error and month on options pay. */
record BreakEvenAnswer(
        Flow.@Nullable Tipping tipping, Messages wording, Consultant.Ballpark known, OptionWording rows) {
    List<String> lines(Optional<Option> tuned) {
        List<String> lines = new ArrayList<>();
        known.cost().breakEven().stream()
                .filter(CostComparison.BreakEven::matters)
                .forEach(each -> lines.add(wording.plain("figure-break-even", each.name(), each.text())));
        if (known.cost().assumesErrorCost()) {
            tuned.map(option -> rows.paybackUnsaid(
                            option, known.cost().option(FigureAnswers.TODAY).orElseThrow()))
                    .ifPresent(lines::addFirst);
        } else if (tipping != null && tipping.payback() != null) {
            payback(tipping.payback(), tuned)
                    .or(() -> tuned.filter(option -> !option.payback().text().isEmpty())
                            .map(option -> wording.plain(
                                    "figure-payback-today",
                                    option.name(),
                                    option.payback().whole(),
                                    rows.payback(
                                            option,
                                            known.cost()
                                                    .option(FigureAnswers.TODAY)
                                                    .orElseThrow()))))
                    .ifPresent(lines::addFirst);
        }
        if (tipping != null
                && tipping.volume() != null
                && known.figures().get(tipping.volume()) instanceof Double volume
                && Double.isFinite(volume)) {
            lines.add(wording.plain("figure-volume-from", NumberFormat.number(BigDecimal.valueOf(volume))));
        }
        errorFrom().ifPresent(lines::add);
        return lines;
    }

    /** From which cost of an avoided wrong answer training is the cheapest. */
    Optional<String> errorFrom() {
        return tipping != null
                        && known.figures().get(tipping.figure()) instanceof Double from
                        && Double.isFinite(from)
                        && from > 0
                        && known.figures().get(tipping.rival()) instanceof String other
                ? Optional.of(wording.plain("figure-error-from", OptionWording.exact(BigDecimal.valueOf(from)), other))
                : Optional.empty();
    }

    /** When training has paid back against the best way without it; the decision says so where it never does. */
    private Optional<String> payback(Flow.Payback named, Optional<Option> tuned) {
        return known.figures().get(named.months()) instanceof Double months
                        && Double.isFinite(months)
                        && known.figures().get(named.chance()) instanceof Double chance
                        && known.figures().get(named.against()) instanceof String other
                ? tuned.map(option -> wording.plain(
                        "figure-payback",
                        option.name(),
                        NumberFormat.months(months),
                        other,
                        NumberFormat.months(known.cost().horizonMonths()),
                        rows.percent(chance / 100),
                        rows.payback(option, other)))
                : Optional.empty();
    }
}
