package dev.tunewise.testing;

import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.CostComparison.Amount;
import dev.tunewise.advice.result.CostComparison.Bounds;
import dev.tunewise.advice.result.CostComparison.BreakEven;
import dev.tunewise.advice.result.CostComparison.Line;
import dev.tunewise.advice.result.CostComparison.Option;
import dev.tunewise.advice.result.CostComparison.Parameter;
import dev.tunewise.advice.result.CostComparison.Payback;
import dev.tunewise.advice.result.CostComparison.Picture;
import dev.tunewise.advice.result.CostComparison.Price;
import dev.tunewise.advice.result.CostComparison.Table;
import dev.tunewise.advice.result.OptionAmounts;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.chat.Plot;
import dev.tunewise.flow.interview.Late;
import java.math.BigDecimal;
import java.util.List;

/** A comparison of costs, made up. */
public final class SampleCosts {
    private SampleCosts() {}

    /** The comparison. */
    public static CostComparison view() {
        return new CostComparison(
                "USD",
                12,
                0.5,
                new Recommendation(
                        "ride",
                        "Ride",
                        0.83,
                        true,
                        false,
                        new Recommendation.RunnerUp("today", "Bus", BigDecimal.valueOf(120))),
                "ride",
                List.of(new Table(
                        "at 4 days",
                        BigDecimal.valueOf(4),
                        List.of(
                                option("today", "Bus", "", "", Payback.NONE, ""),
                                option(
                                        "ride",
                                        "Ride",
                                        "ride",
                                        "steel|frame",
                                        new Payback(
                                                6, 7.5, Double.POSITIVE_INFINITY, "7.5 months", "6 months to never"),
                                        ""),
                                option("taxi", "Taxi", "bus", "", Payback.NONE, "price per km")))),
                List.of(
                        new BreakEven(
                                "ride",
                                "Ride",
                                true,
                                Late.known(new CostComparison.Volume(
                                        new BigDecimal("2"), "from 2 days", "600 / 24 / 12.5"))),
                        new BreakEven(
                                "taxi",
                                "Taxi",
                                true,
                                Late.known(new CostComparison.Volume(null, "none: dearer on every trip", "")))),
                "set-up / fare",
                "12 × set-up / (set-up + saving)",
                "-set-up + saving / 1.1",
                List.of("Riding pays back in 7.5 months."),
                "$79.70 less",
                0.83,
                10_000,
                List.of("Fare: $40 to $90"),
                List.of(new Picture("break-even", "Cost by days", "Riding is cheaper from 2 days on", plot())),
                List.of(new Parameter(
                        "wear",
                        "Wear",
                        new Bounds(
                                new BigDecimal("0.03"),
                                new BigDecimal("0.05"),
                                new BigDecimal("0.1"),
                                List.of("$0.03 per km", "$0.05 per km", "$0.10 per km")),
                        "$0.03 / $0.05 / $0.10 per km",
                        "assumption",
                        "",
                        true,
                        true)),
                List.of(),
                List.of(new Price(
                        "Bus ticket", "$5.00 a day", "2026-11-01", "bus company", "The price is 120 days old.", true)),
                List.of("Prices rise in spring."),
                List.of("Helicopter: no place to land."));
    }

    private static Plot plot() {
        List<Plot.Point> points = List.of(
                new Plot.Point(0, 600, "0", "$600"),
                new Plot.Point(2, 625, "2", "$625"),
                new Plot.Point(4, 650, "4", "$650"));
        return new Plot(Plot.Form.LINES, "days", "US dollars", List.of(new Plot.Series("Ride", points)));
    }

    private static Option option(String id, String name, String lever, String model, Payback payback, String unpriced) {
        return new Option(
                id,
                name,
                lever,
                model,
                true,
                new CostComparison.Standing(unpriced.isEmpty(), List.of(), 1, 0, 4, 0.5, "none"),
                new OptionAmounts.Likely(new BigDecimal("600"), new BigDecimal("7"), new BigDecimal("684")),
                Late.known(new OptionAmounts(
                        amount("600", "$600.00", ""),
                        amount("7", "$7.00", ""),
                        Amount.NONE,
                        amount("684", "$684.00", "$650–$700"),
                        amount("684", "$684.00", ""),
                        Late.known(""),
                        Amount.NONE,
                        Amount.NONE,
                        Amount.NONE,
                        payback,
                        null,
                        Amount.NONE,
                        List.of(new Line(
                                "setup", "Bike", amount("600", "$600.00", ""), "1 × 600", "shop, 2026-10-01")))),
                List.of(),
                unpriced);
    }

    private static Amount amount(String likely, String text, String range) {
        BigDecimal amount = new BigDecimal(likely);
        return new Amount(amount, amount, amount, text, range);
    }
}
