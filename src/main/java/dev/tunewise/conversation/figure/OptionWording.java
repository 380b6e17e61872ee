package dev.tunewise.conversation.figure;

import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.CostComparison.Option;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.cost.formula.InvestmentMath;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of a row of the table in words; a total counts wrong answers as the table does, a month leaves out what nobody gave and says so. */
public record OptionWording(Messages wording, CostComparison cost) {
    private static final MathContext DIGITS = new MathContext(3);

    public static String name(Option option) {
        boolean named = option.model().isEmpty() || option.name().contains(option.model());
        return named ? option.name() : option.name() + " (" + option.model() + ")";
    }

    String errors(Option option) {
        return option.errorsMonthly().likely().signum() == 0
                ? ""
                : cost.assumesErrorCost()
                        ? wording.plain("figure-errors-unsaid")
                        : wording.plain("figure-errors", amount(option.errorsMonthly()));
    }

    /** What a wrong answer counts where nobody said it. */
    Optional<String> assumedErrors(FigureQuestion asked) {
        return cost.parameters().stream()
                .filter(parameter -> parameter.key().equals("usd_per_error"))
                .filter(_ -> cost.assumesErrorCost())
                .findFirst()
                .map(parameter -> wording.plain(
                        asked.tellsTotals() ? "figure-errors-left-out" : "figure-errors-assumed",
                        exact(parameter.range().low()),
                        exact(parameter.range().likely()),
                        exact(parameter.range().high())));
    }

    /** What an option costs a month: at the volume that was said, or at several where none was. */
    String atVolumes(String option) {
        return shown().flatMap(table -> table.options().stream()
                        .filter(each -> each.id().equals(option) && each.priced())
                        .map(each -> wording.plain("figure-monthly", amount(each.monthly()), table.caption())))
                .collect(Collectors.joining(", "));
    }

    /** What one call costs: a month divided by its calls, at the volume that was said, or at several; nothing where no call is made. */
    Stream<String> perCall(Option option) {
        return shown().filter(table -> table.callsPerMonth().signum() > 0)
                .flatMap(table -> table.options().stream()
                        .filter(each -> each.id().equals(option.id()) && each.priced())
                        .map(each -> {
                            BigDecimal call =
                                    each.monthly().likely().divide(table.callsPerMonth(), MathContext.DECIMAL64);
                            return wording.plain(
                                    "figure-call",
                                    each.name(),
                                    exact(call.round(DIGITS)),
                                    exact(call.movePointRight(3).round(DIGITS)),
                                    amount(each.monthly()),
                                    table.caption(),
                                    NumberFormat.number(table.callsPerMonth().setScale(0, RoundingMode.HALF_UP)));
                        }));
    }

    /** The table of the volume that was said, or those of several where none was. */
    private Stream<CostComparison.Table> shown() {
        return cost.tables().stream().skip(cost.tables().size() > 1 ? 1 : 0);
    }

    /** The runs alone, without labels, evaluation and engineering; what their parts are made of stands in the formulas. */
    String training(Option option) {
        return option.lines().stream()
                .filter(line -> line.part().equals("setup"))
                .filter(line -> line.name().toLowerCase(Locale.ROOT).contains("training"))
                .findFirst()
                .map(line -> wording.plain(
                        "figure-training", line.amount().text(), line.formula().split("; ")[0]))
                .orElse("");
    }

    String second(Recommendation.RunnerUp next) {
        return wording.plain(
                "figure-second",
                next.name(),
                rounded(next.yearlyDifference().abs()),
                wording.plain(next.yearlyDifference().signum() < 0 ? "figure-less" : "figure-more"));
    }

    /** How the payback of an option against another is computed: what more is paid once over what less a month, wrong answers included. */
    String payback(Option option, String other) {
        return cost.tables().getFirst().options().stream()
                .filter(each -> each.name().equals(other) && each.priced())
                .findFirst()
                .map(each -> payback(option, each))
                .orElse("");
    }

    String payback(Option option, Option other) {
        double months = InvestmentMath.payback(
                option.setup().likely().subtract(other.setup().likely()),
                running(other).subtract(running(option)));
        return wording.plain(
                "figure-payback-sum",
                rounded(option.setup().likely()),
                rounded(other.setup().likely()),
                rounded(running(other)),
                rounded(running(option)),
                Double.isInfinite(months) ? wording.plain("figure-payback-nothing") : NumberFormat.months(months));
    }

    /** How an option pays back against today with what is paid alone, where nobody said what a wrong answer costs. */
    String paybackUnsaid(Option option, Option today) {
        double months = InvestmentMath.payback(
                option.setup().likely(),
                today.monthly().likely().subtract(option.monthly().likely()));
        return wording.plain(
                Double.isInfinite(months) ? "figure-payback-errors-only" : "figure-payback-paid",
                option.name(),
                rounded(option.setup().likely()),
                rounded(today.monthly().likely()),
                rounded(option.monthly().likely()),
                Double.isInfinite(months) ? "" : NumberFormat.months(months));
    }

    /** A month of the total without what is paid once. */
    private BigDecimal running(Option option) {
        return option.total()
                .likely()
                .subtract(option.setup().likely())
                .divide(BigDecimal.valueOf(cost.horizonMonths()), MathContext.DECIMAL64);
    }

    String effort(Option option) {
        return wording.plain(
                "figure-effort",
                name(option),
                Math.round(option.standing().effortHours()),
                Math.round(option.standing().weeksToLive()));
    }

    /** How options come to their amounts, line by line. */
    List<String> formulas(Stream<Option> options) {
        List<String> lines = new ArrayList<>();
        options.distinct().forEach(option -> {
            lines.add(wording.plain(
                    "figure-formula",
                    name(option),
                    amount(option.setup()),
                    amount(option.monthly()),
                    errors(option),
                    total(option)));
            option.lines().stream()
                    .filter(line -> !line.formula().isEmpty())
                    .map(line -> wording.plain(
                            "figure-line", line.name(), line.amount().text(), line.formula()))
                    .forEach(lines::add);
        });
        return lines;
    }

    /** What moves the result, by how much; where nothing is computed to, what has a range. */
    List<String> drivers() {
        List<String> moved = cost.drivers().stream()
                .map(driver -> wording.plain("figure-driver", driver))
                .toList();
        return moved.isEmpty()
                ? cost.parameters().stream()
                        .filter(each -> each.matters() && each.varied())
                        .limit(4)
                        .map(each -> wording.plain("figure-ranged", each.name(), each.text()))
                        .toList()
                : moved;
    }

    /** Half of today's bill, for 1,000 calls; empty where no call is made. */
    String half() {
        return cost.option(FigureAnswers.TODAY)
                .filter(_ -> cost.tables().getFirst().callsPerMonth().signum() > 0)
                .map(today -> exact(today.monthly()
                        .likely()
                        .multiply(BigDecimal.valueOf(500))
                        .divide(cost.tables().getFirst().callsPerMonth(), MathContext.DECIMAL64)
                        .round(DIGITS)))
                .orElse("");
    }

    String row(Option option) {
        return wording.plain(
                "figure-row",
                option.name(),
                total(option),
                cost.horizonMonths(),
                percent(option.standing().meetsTarget()));
    }

    /** The total of the table; what is paid alone where nobody said what a wrong answer costs, for an assumption would make up most of it. */
    public String total(Option option) {
        return cost.assumesErrorCost() ? rounded(told(option)) : amount(option.total());
    }

    /** What the words for a total amount to. */
    public BigDecimal told(Option option) {
        return cost.assumesErrorCost()
                ? option.told()
                        .monthly()
                        .multiply(BigDecimal.valueOf(cost.horizonMonths()))
                        .add(option.told().setup())
                : option.told().total();
    }

    public static String amount(CostComparison.Amount amount) {
        return amount.rangeText().isEmpty() ? amount.text() : amount.text() + " (" + amount.rangeText() + ")";
    }

    public static String exact(BigDecimal amount) {
        return MoneyFormat.exact(Money.of(amount));
    }

    public static String rounded(BigDecimal amount) {
        return MoneyFormat.rounded(Money.of(amount));
    }

    public static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
