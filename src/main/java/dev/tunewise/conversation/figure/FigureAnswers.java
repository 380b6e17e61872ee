package dev.tunewise.conversation.figure;

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
public final class FigureAnswers {
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
    public FigureAnswers(Flow flow, Messages wording, Consultant.Ballpark known, String discounts) {
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

    public List<String> answer(FigureQuestion asked, String text) {
        if (asked.needsVolume() && cost.tables().size() > 1) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(
                switch (asked) {
                    case TODAY -> today();
                    case TUNING -> tuning();
                    case WHY_NOT -> new WhyNotAnswer(flow, wording, known, priced).to(text);
                    case WHY_BEST -> new WhyNotAnswer(flow, wording, known, priced).best(text);
                    case CHEAPEST -> new WhyNotAnswer(flow, wording, known, priced).cheapest();
                    case DEAREST -> named().dearest();
                    case WORTH -> bestAndTuned().flatMap(named()::worth).toList();
                    case OPTIONS -> named().all();
                    case OPTION -> named().options(text);
                    case LINES -> named().lines(text, Stream.concat(todays(), bestAndTuned()));
                    case FORMULA -> formulas(text);
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
        if (asked.ranks() && !lines.isEmpty()) {
            known.decision()
                    .filter(decision -> decision.recommendation() == null)
                    .ifPresent(decision -> lines.addFirst(wording.plain("figure-rule", decision.headline())));
        }
        if (asked.restsOnErrors() && !lines.isEmpty()) {
            rows.assumedErrors(asked).ifPresent(lines::add);
            if (asked.tellsTotals() && cost.assumesErrorCost()) {
                new BreakEvenAnswer(flow.controls().tipping(), wording, known, rows)
                        .errorFrom()
                        .ifPresent(lines::add);
            }
        }
        if (!lines.isEmpty() && !known.unsaid().isEmpty() && asked != FigureQuestion.DISCOUNT) {
            FlowLabels labels = new FlowLabels(flow);
            lines.add(wording.plain(
                    "figure-unsaid", known.unsaid().stream().map(labels::label).collect(Collectors.joining(", "))));
        }
        return lines;
    }

    private NamedFigures named() {
        return new NamedFigures(wording, rows, cost.tables().getFirst().options(), known.ladder());
    }

    private Stream<Option> todays() {
        return cost.option(TODAY).stream();
    }

    /** The lines that are named, or else all of today's and of the best row's. */
    private List<String> formulas(String text) {
        List<String> meant = named().lines(text, Stream.concat(todays(), Stream.of(best())));
        return meant.isEmpty() ? rows.formulas(Stream.concat(todays(), Stream.of(best()))) : meant;
    }

    private List<String> today() {
        return Stream.concat(Stream.of(wording.plain("figure-today", bill())), ended())
                .toList();
    }

    /** That today's model is gone, with the day and the one at whose prices it is costed. */
    private Stream<String> ended() {
        return cost.notes().stream().filter(FigureQuestion.words("ended-model").asPredicate());
    }

    /** What it costs today where today's model is gone; empty where it can still be called. */
    public Optional<String> afterEnd() {
        return ended().findFirst().map(note -> note + " " + wording.plain("figure-today", bill()));
    }

    /** What today costs a month. */
    public String bill() {
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
        return bestAndTuned().map(rows::effort).toList();
    }

    private Stream<Option> bestAndTuned() {
        return Stream.concat(Stream.of(best()), tuned().stream()).distinct();
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

    public List<String> breakEven() {
        return new BreakEvenAnswer(flow.controls().tipping(), wording, known, rows).lines(tuned());
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
