package dev.tunewise.conversation.answer;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.CostComparison.Option;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.conversation.wording.AnswerMessageKey;
import dev.tunewise.conversation.wording.AnswerMessages;
import dev.tunewise.conversation.wording.FlowLabels;
import dev.tunewise.flow.Flow;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import dev.tunewise.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers questions about the figures of a comparison, from its own table. What nobody said is called that. */
final class FigureAnswers {
    private static final String TRAINING = "fine-tune";
    private static final String TODAY = "today";
    private static final int MOST = 3;

    private final Flow flow;
    private final AnswerMessages wording;
    private final Consultant.Ballpark known;
    private final CostComparison cost;
    private final List<Option> priced;

    FigureAnswers(Flow flow, AnswerMessages wording, Consultant.Ballpark known) {
        this.flow = flow;
        this.wording = wording;
        this.known = known;
        cost = known.cost();
        priced = cost.tables().getFirst().options().stream().filter(Option::priced).toList();
    }

    List<String> answer(FigureQuestion asked, String text) {
        List<String> lines = new ArrayList<>(
                switch (asked) {
                    case TODAY -> today();
                    case TUNING -> tuning();
                    case WHY_NOT -> whyNot(text);
                    case WHICH_MODEL -> models();
                    case HOW_SURE -> sure();
                    case BREAK_EVEN -> breakEven();
                    case NUMBER -> number();
                });
        if (!lines.isEmpty() && !known.unsaid().isEmpty()) {
            FlowLabels labels = new FlowLabels(flow);
            lines.add(wording.text(
                    AnswerMessageKey.FIGURE_UNSAID,
                    known.unsaid().stream().map(labels::label).collect(Collectors.joining(", "))));
        }
        return lines;
    }

    private List<String> today() {
        return List.of(wording.text(
                AnswerMessageKey.FIGURE_TODAY, atVolumes(TODAY), errors(cost.option(TODAY).orElseThrow())));
    }

    private String errors(Option option) {
        return option.errorsMonthly().likely().signum() == 0
                ? ""
                : cost.assumesErrorCost()
                        ? wording.text(AnswerMessageKey.FIGURE_ERRORS_UNSAID)
                        : wording.text(AnswerMessageKey.FIGURE_ERRORS, amount(option.errorsMonthly()));
    }

    /** What an option costs a month: at the volume that was said, or at several where none was. */
    private String atVolumes(String option) {
        List<CostComparison.Table> tables = cost.tables();
        return tables.stream()
                .skip(tables.size() > 1 ? 1 : 0)
                .flatMap(table -> table.options().stream()
                        .filter(each -> each.id().equals(option) && each.priced())
                        .map(each -> wording.text(
                                AnswerMessageKey.FIGURE_MONTHLY, amount(each.monthly()), table.caption())))
                .collect(Collectors.joining(", "));
    }

    private List<String> tuning() {
        List<String> lines = new ArrayList<>();
        for (String lever : List.of("fine-tune-api", "fine-tune-lora")) {
            cheapest(option -> option.lever().equals(lever)).ifPresent(option -> lines.add(wording.text(
                    AnswerMessageKey.FIGURE_TUNING,
                    option.name(),
                    amount(option.setup()),
                    training(option),
                    atVolumes(option.id()))));
        }
        if (lines.isEmpty()) {
            return List.of(wording.text(AnswerMessageKey.FIGURE_TUNING_NONE));
        }
        cheapest(option -> !option.lever().startsWith(TRAINING) && !option.id().equals(TODAY))
                .ifPresent(option -> lines.add(wording.text(
                        AnswerMessageKey.FIGURE_UNTRAINED, option.name(), total(option), cost.horizonMonths())));
        return lines;
    }

    /** The runs alone, without labels, evaluation and engineering. */
    private String training(Option option) {
        return option.lines().stream()
                .filter(line -> line.part().equals("setup"))
                .filter(line -> line.name().toLowerCase(Locale.ROOT).contains("training"))
                .map(line -> line.amount().text())
                .findFirst()
                .map(amount -> wording.text(AnswerMessageKey.FIGURE_TRAINING, amount))
                .orElse("");
    }

    private List<String> whyNot(String text) {
        Optional<Option> meant = OptionMention.in(text, cost.tables().getFirst().options());
        if (meant.isEmpty()) {
            return OptionMention.leftOut(text, cost.leftOut()).map(List::of).orElseGet(this::notCompared);
        }
        Option option = meant.get();
        List<String> lines = new ArrayList<>();
        boolean decided = known.decision().isPresent();
        boolean byMoney = known.decision().filter(each -> each.recommendation() != null).isPresent();
        if (decided && !byMoney) {
            lines.add(wording.text(AnswerMessageKey.FIGURE_RULE, known.decision().orElseThrow().headline()));
        }
        if (!option.priced()) {
            lines.add(wording.text(AnswerMessageKey.FIGURE_UNPRICED, option.name(), option.unpriced()));
            return lines;
        }
        Option best = best();
        if (option.id().equals(best.id())) {
            lines.add(wording.text(
                    AnswerMessageKey.FIGURE_IS_BEST, option.name(), total(option), cost.horizonMonths()));
            return lines;
        }
        lines.add(wording.text(
                AnswerMessageKey.FIGURE_WHY_NOT,
                option.name(),
                total(option),
                cost.horizonMonths(),
                total(best),
                best.name(),
                percent(option.standing().meetsTarget()),
                percent(best.standing().meetsTarget())));
        option.standing().excludedBy().forEach(id -> lines.add(reason(id)));
        return lines;
    }

    private List<String> notCompared() {
        return List.of(wording.text(
                AnswerMessageKey.FIGURE_NOT_COMPARED,
                priced.stream().map(Option::name).collect(Collectors.joining("; "))));
    }

    private String reason(String id) {
        return flow.texts().find("exclusions." + id + ".reason").orElseGet(() -> switch (id) {
            case "model-ends" -> wording.text(AnswerMessageKey.FIGURE_MODEL_ENDS, cost.horizonMonths());
            case "does-not-pay-back" -> wording.text(AnswerMessageKey.FIGURE_NO_PAYBACK);
            case "target-costs-more-than-its-errors" -> wording.text(AnswerMessageKey.FIGURE_TOO_DEAR);
            default -> wording.text(AnswerMessageKey.FIGURE_NO_PRICE);
        });
    }

    private List<String> models() {
        List<String> rows = priced.stream()
                .filter(option -> option.lever().endsWith("-model") && !option.id().startsWith(TODAY))
                .sorted(Comparator.comparing(option -> option.total().likely()))
                .limit(MOST)
                .map(this::row)
                .toList();
        return Stream.concat(
                        rows.isEmpty() ? notCompared().stream() : rows.stream(),
                        cheapest(option -> option.lever().startsWith(TRAINING)).stream().map(this::row))
                .toList();
    }

    private String row(Option option) {
        return wording.text(
                AnswerMessageKey.FIGURE_ROW,
                option.name(),
                total(option),
                cost.horizonMonths(),
                percent(option.standing().meetsTarget()));
    }

    private List<String> sure() {
        List<String> lines = new ArrayList<>();
        known.decision()
                .filter(decision -> decision.recommendation() == null)
                .ifPresent(decision -> lines.add(wording.text(AnswerMessageKey.FIGURE_RULE, decision.headline())));
        Recommendation row = cost.best();
        lines.add(wording.text(
                AnswerMessageKey.FIGURE_SURE,
                row.name(),
                percent(row.probability()),
                NumberFormat.number(java.math.BigDecimal.valueOf(cost.samples())),
                percent(best().standing().meetsTarget())));
        Recommendation.RunnerUp second = row.runnerUp();
        if (second != null) {
            lines.add(wording.text(
                    AnswerMessageKey.FIGURE_SECOND,
                    second.name(),
                    MoneyFormat.rounded(Money.of(second.yearlyDifference().abs())),
                    wording.text(
                            second.yearlyDifference().signum() < 0
                                    ? AnswerMessageKey.FIGURE_LESS
                                    : AnswerMessageKey.FIGURE_MORE)));
        }
        cost.drivers().stream().limit(2).forEach(lines::add);
        return lines;
    }

    private List<String> breakEven() {
        List<String> lines = new ArrayList<>();
        cost.breakEven().stream()
                .filter(CostComparison.BreakEven::matters)
                .forEach(each -> lines.add(
                        wording.text(AnswerMessageKey.FIGURE_BREAK_EVEN, each.name(), each.text())));
        if (known.figures().get("error_cost_from") instanceof Double from
                && Double.isFinite(from)
                && known.figures().get("best_without_training") instanceof String other) {
            lines.add(wording.text(
                    AnswerMessageKey.FIGURE_ERROR_FROM,
                    MoneyFormat.exact(Money.of(java.math.BigDecimal.valueOf(from))),
                    other));
        }
        return lines;
    }

    private List<String> number() {
        Option best = best();
        Option today = cost.option(TODAY).orElseThrow();
        return List.of(wording.text(
                AnswerMessageKey.FIGURE_NUMBER, best.name(), total(best), cost.horizonMonths(), total(today)));
    }

    private Option best() {
        return cost.option(cost.best().option()).orElseThrow();
    }

    private Optional<Option> cheapest(Predicate<Option> wanted) {
        return priced.stream().filter(wanted).min(Comparator.comparing(option -> option.total()
                .likely()));
    }

    private String total(Option option) {
        return amount(option.total())
                + (cost.assumesErrorCost() ? wording.text(AnswerMessageKey.FIGURE_TOTAL_ASSUMED) : "");
    }

    private static String amount(CostComparison.Amount amount) {
        return amount.rangeText().isEmpty() ? amount.text() : amount.text() + " (" + amount.rangeText() + ")";
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
