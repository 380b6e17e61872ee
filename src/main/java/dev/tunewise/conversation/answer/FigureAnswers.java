package dev.tunewise.conversation.answer;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.CostComparison.Option;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Lever;
import dev.tunewise.flow.format.FlowLabels;
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
    static final String TRAINING = "fine-tune";
    static final String TODAY = "today";

    private final Flow flow;
    private final Messages wording;
    private final Consultant.Ballpark known;
    private final CostComparison cost;
    private final List<Option> priced;
    private final OptionWording rows;
    private final String discounts;

    /** `discounts`: what somebody set of the prices, in words. */
    FigureAnswers(Flow flow, Messages wording, Consultant.Ballpark known, String discounts) {
        this.discounts = discounts;
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
                    case WHY_NOT -> new WhyNotAnswer(flow, wording, known, priced).to(text);
                    case WHY_BEST -> new WhyNotAnswer(flow, wording, known, priced).best(text);
                    case CHEAPEST -> new WhyNotAnswer(flow, wording, known, priced).cheapest();
                    case FORMULA -> rows.formulas(Stream.of(cost.option(TODAY).orElseThrow(), best()));
                    case SOURCE -> new FigureSources(flow, wording, known).of(text);
                    case PERIOD -> List.of(wording.plain("figure-period", cost.horizonMonths()));
                    case DRIVERS -> rows.drivers();
                    case BILL -> List.of(wording.plain("figure-bill", bill(), rows.half()));
                    case OTHER_MODELS -> new WhyNotAnswer(flow, wording, known, priced).models(text);
                    case HOW_SURE -> sure();
                    case DISCOUNT -> List.of(wording.plain("figure-discount", discounts));
                    case CALL -> calls(text);
                    case BREAK_EVEN -> breakEven();
                    case EFFORT -> effort();
                    case NUMBER -> number();
                });
        if (asked.restsOnErrors() && !lines.isEmpty()) {
            rows.assumedErrors(asked).ifPresent(lines::add);
            if (asked.tellsTotals() && cost.assumesErrorCost()) {
                errorFrom().ifPresent(lines::add);
            }
        }
        if (!lines.isEmpty() && !known.unsaid().isEmpty() && asked != FigureQuestion.DISCOUNT) {
            FlowLabels labels = new FlowLabels(flow);
            lines.add(wording.plain(
                    "figure-unsaid", known.unsaid().stream().map(labels::label).collect(Collectors.joining(", "))));
        }
        return lines;
    }

    private List<String> today() {
        return List.of(wording.plain("figure-today", bill()));
    }

    /** What today costs a month. */
    String bill() {
        return rows.atVolumes(TODAY) + rows.errors(cost.option(TODAY).orElseThrow());
    }

    /** What a single call costs today, with the best row and with the cheapest of training; only the tuned one where that is asked. */
    private List<String> calls(String text) {
        Optional<Option> tuned = cheapest(option -> option.lever().startsWith(TRAINING));
        List<String> calls = Stream.of(
                        cost.option(TODAY)
                                .filter(_ ->
                                        tuned.isEmpty() || !WhyNotAnswer.asksToTrain(text) || text.contains("today")),
                        Optional.of(best()).filter(_ -> known.decision().isPresent()),
                        tuned())
                .flatMap(Optional::stream)
                .distinct()
                .flatMap(rows::perCall)
                .toList();
        return calls.isEmpty() ? List.of(wording.plain("figure-call-none")) : calls;
    }

    private List<String> tuning() {
        List<String> lines = new ArrayList<>();
        for (Lever lever : flow.levers()) {
            cheapest(option -> lever.id().startsWith(TRAINING) && option.lever().equals(lever.id()))
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
                .ifPresent(option -> lines.add(wording.plain(
                        cost.assumesErrorCost() ? "figure-untrained-assumed" : "figure-untrained",
                        option.name(),
                        rows.total(option),
                        cost.horizonMonths())));
        return lines;
    }

    /** How much work the best row and the cheapest with training take, and how long. */
    private List<String> effort() {
        return Stream.concat(Stream.of(best()), tuned().stream())
                .distinct()
                .map(rows::effort)
                .toList();
    }

    /** How sure the comparison is; nothing where something else decides. */
    private List<String> sure() {
        if (known.decision()
                .filter(decision -> decision.recommendation() == null)
                .isPresent()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        if (known.decision().isEmpty()) {
            lines.add(wording.plain("figure-undecided"));
        }
        Recommendation row = cost.best();
        lines.add(wording.plain(
                "figure-sure",
                row.name(),
                rows.percent(row.probability()),
                NumberFormat.number(BigDecimal.valueOf(cost.samples())),
                rows.percent(best().standing().meetsTarget())));
        Recommendation.RunnerUp second = row.runnerUp();
        if (second != null) {
            lines.add(rows.second(second));
        }
        cost.drivers().stream().limit(2).forEach(driver -> lines.add(wording.plain("figure-driver", driver)));
        return lines;
    }

    List<String> breakEven() {
        List<String> lines = new ArrayList<>();
        cost.breakEven().stream()
                .filter(CostComparison.BreakEven::matters)
                .forEach(each -> lines.add(wording.plain("figure-break-even", each.name(), each.text())));
        Flow.Tipping tipping = flow.controls().tipping();
        if (cost.assumesErrorCost()) {
            tuned().map(option -> rows.paybackUnsaid(option, cost.option(TODAY).orElseThrow()))
                    .ifPresent(lines::addFirst);
        } else if (tipping != null && tipping.payback() != null) {
            payback(tipping.payback())
                    .or(() -> tuned().filter(option -> !option.payback().text().isEmpty())
                            .map(option -> wording.plain(
                                    "figure-payback-today",
                                    option.name(),
                                    option.payback().whole(),
                                    rows.payback(option, cost.option(TODAY).orElseThrow()))))
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
    private Optional<String> errorFrom() {
        Flow.Tipping tipping = flow.controls().tipping();
        return tipping != null
                        && known.figures().get(tipping.figure()) instanceof Double from
                        && Double.isFinite(from)
                        && from > 0
                        && known.figures().get(tipping.rival()) instanceof String other
                ? Optional.of(wording.plain("figure-error-from", OptionWording.exact(BigDecimal.valueOf(from)), other))
                : Optional.empty();
    }

    /** When training has paid back against the best way without it; the decision says so where it never does. */
    private Optional<String> payback(Flow.Payback named) {
        return known.figures().get(named.months()) instanceof Double months
                        && Double.isFinite(months)
                        && known.figures().get(named.chance()) instanceof Double chance
                        && known.figures().get(named.against()) instanceof String other
                ? tuned().map(option -> wording.plain(
                        "figure-payback",
                        option.name(),
                        NumberFormat.months(months),
                        other,
                        NumberFormat.months(cost.horizonMonths()),
                        rows.percent(chance / 100),
                        rows.payback(option, other)))
                : Optional.empty();
    }

    private List<String> number() {
        if (cost.assumesErrorCost() || !known.unsaid().isEmpty()) {
            return Stream.concat(today().stream(), tuning().stream()).toList();
        }
        Option best = best();
        Option today = cost.option(TODAY).orElseThrow();
        String told =
                wording.plain("figure-number", best.name(), rows.total(best), cost.horizonMonths(), rows.total(today));
        BigDecimal saved = today.total().likely().subtract(best.total().likely());
        return saved.signum() > 0
                ? List.of(told, wording.plain("figure-saving", OptionWording.rounded(saved), cost.horizonMonths()))
                : List.of(told);
    }

    private Optional<Option> tuned() {
        return cheapest(option -> option.lever().startsWith(TRAINING));
    }

    private Option best() {
        return cost.option(cost.best().option()).orElseThrow();
    }

    private Optional<Option> cheapest(Predicate<Option> wanted) {
        return priced.stream().filter(wanted).min(Comparator.comparing(rows::told));
    }
}
