package dev.tunewise.conversation.answer;

import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.CostComparison.Option;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of a row of the table in words; a total counts wrong answers as the table does, a month leaves out what nobody gave and says so. */
record OptionWording(Messages wording, CostComparison cost) {
    private static final MathContext DIGITS = new MathContext(3);

    static String name(Option option) {
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

    /** The runs alone, without labels, evaluation and engineering. */
    String training(Option option) {
        return option.lines().stream()
                .filter(line -> line.part().equals("setup"))
                .filter(line -> line.name().toLowerCase(Locale.ROOT).contains("training"))
                .map(line -> line.amount().text())
                .findFirst()
                .map(amount -> wording.plain("figure-training", amount))
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

    String total(Option option) {
        return amount(option.total());
    }

    static String amount(CostComparison.Amount amount) {
        return amount.rangeText().isEmpty() ? amount.text() : amount.text() + " (" + amount.rangeText() + ")";
    }

    static String exact(BigDecimal amount) {
        return MoneyFormat.exact(Money.of(amount));
    }

    static String rounded(BigDecimal amount) {
        return MoneyFormat.rounded(Money.of(amount));
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
