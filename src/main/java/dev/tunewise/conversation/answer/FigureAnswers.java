package dev.tunewise.conversation.answer;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.CostComparison.Option;
import dev.tunewise.advice.result.LadderStep;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.conversation.wording.FlowLabels;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.flow.Flow;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private final Messages wording;
    private final Consultant.Ballpark known;
    private final CostComparison cost;
    private final List<Option> priced;
    private final OptionWording rows;

    FigureAnswers(Flow flow, Messages wording, Consultant.Ballpark known) {
        this.flow = flow;
        this.wording = wording;
        this.known = known;
        rows = new OptionWording(wording, known.cost());
        cost = known.cost();
        priced = cost.tables().getFirst().options().stream()
                .filter(Option::priced)
                .toList();
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
            lines.add(wording.plain(
                    "figure-unsaid", known.unsaid().stream().map(labels::label).collect(Collectors.joining(", "))));
        }
        return lines;
    }

    private List<String> today() {
        return List.of(wording.plain(
                "figure-today",
                rows.atVolumes(TODAY),
                rows.errors(cost.option(TODAY).orElseThrow())));
    }

    private List<String> tuning() {
        List<String> lines = new ArrayList<>();
        for (String lever : List.of("fine-tune-api", "fine-tune-lora")) {
            cheapest(option -> option.lever().equals(lever))
                    .ifPresent(option -> lines.add(wording.plain(
                            "figure-tuning",
                            option.name(),
                            rows.amount(option.setup()),
                            rows.training(option),
                            rows.atVolumes(option.id()))));
        }
        if (lines.isEmpty()) {
            return List.of(wording.plain("figure-tuning-none"));
        }
        cheapest(option -> !option.lever().startsWith(TRAINING) && !option.id().equals(TODAY))
                .ifPresent(option -> lines.add(
                        wording.plain("figure-untrained", option.name(), rows.total(option), cost.horizonMonths())));
        return lines;
    }

    private List<String> whyNot(String text) {
        Optional<Option> meant = OptionMention.in(text, cost.tables().getFirst().options());
        if (meant.isEmpty()) {
            return OptionMention.rung(text, known.ladder())
                    .map(FigureAnswers::rung)
                    .or(() -> OptionMention.leftOut(text, cost.leftOut()))
                    .map(List::of)
                    .orElseGet(this::notCompared);
        }
        Option option = meant.get();
        List<String> lines = new ArrayList<>();
        boolean decided = known.decision().isPresent();
        boolean byMoney =
                known.decision().filter(each -> each.recommendation() != null).isPresent();
        if (decided && !byMoney) {
            lines.add(
                    wording.plain("figure-rule", known.decision().orElseThrow().headline()));
        }
        known.ladder().stream()
                .filter(step ->
                        step.lever().equals(option.lever()) && !step.text().isEmpty())
                .filter(step -> step.state() == LadderStep.State.NOT_FOR_THIS)
                .findFirst()
                .ifPresent(step -> lines.add(rung(step)));
        if (!option.priced()) {
            lines.add(wording.plain("figure-unpriced", option.name(), option.unpriced()));
            return lines;
        }
        Option best = best();
        if (option.id().equals(best.id())) {
            lines.add(wording.plain("figure-is-best", option.name(), rows.total(option), cost.horizonMonths()));
            return lines;
        }
        lines.add(wording.plain(
                "figure-why-not",
                option.name(),
                rows.total(option),
                cost.horizonMonths(),
                rows.total(best),
                best.name(),
                rows.percent(option.standing().meetsTarget()),
                rows.percent(best.standing().meetsTarget())));
        option.standing().excludedBy().forEach(id -> lines.add(reason(id)));
        return lines;
    }

    private static String rung(LadderStep step) {
        return step.text().isEmpty() ? step.label() : step.label() + ": " + step.text();
    }

    private List<String> notCompared() {
        return List.of(wording.plain(
                "figure-not-compared",
                priced.stream().filter(Option::matters).map(Option::name).collect(Collectors.joining("; "))));
    }

    private String reason(String id) {
        return flow.texts().find("exclusions." + id + ".reason").orElseGet(() -> switch (id) {
            case "model-ends" -> wording.plain("figure-model-ends", cost.horizonMonths());
            case "does-not-pay-back" -> wording.plain("figure-no-payback");
            case "target-costs-more-than-its-errors" -> wording.plain("figure-too-dear");
            default -> wording.plain("figure-no-price");
        });
    }

    private List<String> models() {
        List<String> found = priced.stream()
                .filter(option ->
                        option.lever().endsWith("-model") && !option.id().startsWith(TODAY))
                .sorted(Comparator.comparing(option -> option.total().likely()))
                .limit(MOST)
                .map(rows::row)
                .toList();
        return Stream.concat(
                        found.isEmpty() ? notCompared().stream() : found.stream(),
                        cheapest(option -> option.lever().startsWith(TRAINING)).stream()
                                .map(rows::row))
                .toList();
    }

    private List<String> sure() {
        List<String> lines = new ArrayList<>();
        known.decision()
                .filter(decision -> decision.recommendation() == null)
                .ifPresent(decision -> lines.add(wording.plain("figure-rule", decision.headline())));
        Recommendation row = cost.best();
        lines.add(wording.plain(
                "figure-sure",
                row.name(),
                rows.percent(row.probability()),
                NumberFormat.number(BigDecimal.valueOf(cost.samples())),
                rows.percent(best().standing().meetsTarget())));
        Recommendation.RunnerUp second = row.runnerUp();
        if (second != null) {
            lines.add(wording.plain(
                    "figure-second",
                    second.name(),
                    MoneyFormat.rounded(Money.of(second.yearlyDifference().abs())),
                    wording.plain(second.yearlyDifference().signum() < 0 ? "figure-less" : "figure-more")));
        }
        cost.drivers().stream().limit(2).forEach(driver -> lines.add(wording.plain("figure-driver", driver)));
        return lines;
    }

    private List<String> breakEven() {
        List<String> lines = new ArrayList<>();
        cost.breakEven().stream()
                .filter(CostComparison.BreakEven::matters)
                .forEach(each -> lines.add(wording.plain("figure-break-even", each.name(), each.text())));
        if (known.figures().get("error_cost_from") instanceof Double from
                && Double.isFinite(from)
                && known.figures().get("error_rival") instanceof String other) {
            lines.add(wording.plain("figure-error-from", MoneyFormat.exact(Money.of(BigDecimal.valueOf(from))), other));
        }
        return lines;
    }

    private List<String> number() {
        if (cost.assumesErrorCost() || !known.unsaid().isEmpty()) {
            return Stream.concat(today().stream(), tuning().stream()).toList();
        }
        Option best = best();
        Option today = cost.option(TODAY).orElseThrow();
        return List.of(
                wording.plain("figure-number", best.name(), rows.total(best), cost.horizonMonths(), rows.total(today)));
    }

    private Option best() {
        return cost.option(cost.best().option()).orElseThrow();
    }

    private Optional<Option> cheapest(Predicate<Option> wanted) {
        return priced.stream()
                .filter(wanted)
                .min(Comparator.comparing(option -> option.total().likely()));
    }
}
