package dev.tunewise.costing;

import dev.tunewise.chart.PaybackBars;
import dev.tunewise.chat.Plot;
import dev.tunewise.cost.estimate.CostOption;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.formula.BreakEven;
import dev.tunewise.cost.formula.CostCurve;
import dev.tunewise.cost.simulation.SimulationResult;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pictures of an estimate as numbers. Charts of chat platforms have linear axes and little room, so points are few and near what matters. */
record CostPlots(Estimate estimate, List<CostCurve> curves) {
    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final int MOST_POINTS = 12;
    private static final int MOST_BARS = 4;
    /** A break-even further away than this from the volume of today is no neighbour of it. */
    private static final double NEAR = 50;

    /** Total over the horizon by calls a day, from none to beyond the volume of today and the break-evens near it. */
    Plot breakEven() {
        double step = step();
        List<Plot.Series> series = new ArrayList<>();
        for (CostOption.Priced option : estimate.mainOptions()) {
            curves.stream()
                    .filter(curve -> curve.optionId().equals(option.id()))
                    .findFirst()
                    .map(curve -> line(curve, option, step))
                    .ifPresent(series::add);
        }
        return new Plot(Plot.Form.LINES, "calls a day", "US dollars", series);
    }

    private static Plot.Series line(CostCurve curve, CostOption.Priced option, double step) {
        List<Plot.Point> points = new ArrayList<>();
        for (double calls = 0; calls <= step * (MOST_POINTS - 1.5); calls += step) {
            points.add(dollars(calls, at(curve, calls)));
        }
        return new Plot.Series(option.title(), points);
    }

    /** A round number of calls, a dozen of which reach half as far again as the farthest volume to be seen. */
    private double step() {
        double volume = Math.max(1, estimate.callsPerDay().doubleValue());
        List<Double> crossings = estimate.mainOptions().stream()
                .map(CostOption.Priced::breakEven)
                .filter(found -> found != null && found.exists() && found.callsPerDay() >= 1)
                .map(BreakEven::callsPerDay)
                .sorted()
                .toList();
        double farthest =
                crossings.stream().filter(calls -> calls <= NEAR * volume).reduce(volume, Math::max);
        if (farthest <= volume && !crossings.isEmpty() && crossings.getFirst() > volume) {
            farthest = crossings.getFirst();
        }
        return round(1.5 * farthest / (MOST_POINTS - 2));
    }

    /** The next number of the kind 1, 2, 5, 10. */
    private static double round(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** The total at a volume: straight between the points of the curve, and flat before the first. */
    private static double at(CostCurve curve, double calls) {
        List<Double> volumes = curve.callsPerDay();
        List<Double> totals = curve.total();
        if (calls <= volumes.getFirst()) {
            return totals.getFirst();
        }
        for (int i = 1; i < volumes.size(); i++) {
            if (calls <= volumes.get(i)) {
                double part = (calls - volumes.get(i - 1)) / (volumes.get(i) - volumes.get(i - 1));
                return (1 - part) * totals.get(i - 1) + part * totals.get(i);
            }
        }
        return totals.getLast();
    }

    /** What is paid by the end of each month. */
    Plot cumulative() {
        int months = estimate.horizonMonths();
        int every = Math.max(1, Math.ceilDiv(months, MOST_POINTS));
        List<Plot.Series> series = new ArrayList<>();
        for (CostOption.Priced option : estimate.mainOptions()) {
            List<Plot.Point> points = new ArrayList<>();
            for (int month = 0; month <= months; month += every) {
                points.add(dollars(month, estimate.paidAfter(option, month)));
            }
            series.add(new Plot.Series(option.title(), points));
        }
        return new Plot(Plot.Form.LINES, "months", "US dollars", series);
    }

    /** How likely it is that the best tuned option is paid back within which months; empty without a simulation. */
    Optional<Plot> payback() {
        return estimate.bestTuning()
                .flatMap(best -> Optional.ofNullable(estimate.risk())
                        .map(risk -> risk.of(best.id()))
                        .map(risk -> payback(best.title(), risk)));
    }

    private Plot payback(String title, SimulationResult.OptionRisk risk) {
        return new Plot(
                Plot.Form.BARS,
                "paid back within ... months",
                "% of the simulated cases",
                List.of(new Plot.Series(title, bars(risk.paybacks()))));
    }

    private List<Plot.Point> bars(SimulationResult.Histogram paybacks) {
        List<Plot.Point> bars = new ArrayList<>();
        PaybackBars.of(paybacks, estimate.horizonMonths(), MOST_BARS)
                .forEach(bar -> bars.add(bar(bars.size(), bar.label(), bar.share())));
        return bars;
    }

    private static Plot.Point bar(int number, String place, double share) {
        long percent = Math.round(100 * share);
        return new Plot.Point(number, percent, place, percent + " %");
    }

    private static Plot.Point dollars(double x, double amount) {
        BigDecimal rounded = BigDecimal.valueOf(amount).round(THREE_DIGITS);
        return new Plot.Point(
                x,
                rounded.doubleValue(),
                NumberFormat.brief(BigDecimal.valueOf(x)),
                MoneyFormat.brief(Money.of(rounded)));
    }
}
