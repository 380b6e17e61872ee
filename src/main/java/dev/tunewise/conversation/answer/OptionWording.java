package dev.tunewise.conversation.answer;

import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.CostComparison.Option;
import dev.tunewise.conversation.wording.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures of a row of the table in words; a total counts wrong answers as the table does, a month leaves out what nobody gave and says so. */
record OptionWording(Messages wording, CostComparison cost) {
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
        List<CostComparison.Table> tables = cost.tables();
        return tables.stream()
                .skip(tables.size() > 1 ? 1 : 0)
                .flatMap(table -> table.options().stream()
                        .filter(each -> each.id().equals(option) && each.priced())
                        .map(each -> wording.plain("figure-monthly", amount(each.monthly()), table.caption())))
                .collect(Collectors.joining(", "));
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

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
