package dev.tunewise.conversation.figure;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.CostComparison.Option;
import dev.tunewise.advice.result.LadderStep;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.flow.Flow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of options that somebody names, one or a kind of model, how they stand beside the recommended one. */
final class WhyNotAnswer {
    private static final int MOST = 3;
    /** Kinds of model, by how their levers begin. */
    private static final Map<String, Pattern> KINDS = new TreeMap<>(Map.of(
            "cheaper", FigureQuestion.words("cheaper-models"), "stronger", FigureQuestion.words("stronger-models")));

    private static final Pattern ASKS_TO_TRAIN = FigureQuestion.words("asks-to-train");

    private final Flow flow;
    private final Messages wording;
    private final Consultant.Ballpark known;
    private final List<Option> priced;
    private final CostComparison cost;
    private final OptionWording rows;

    WhyNotAnswer(Flow flow, Messages wording, Consultant.Ballpark known, List<Option> priced) {
        this.flow = flow;
        this.wording = wording;
        this.known = known;
        this.priced = priced;
        cost = known.cost();
        rows = new OptionWording(wording, cost);
    }

    List<String> to(String text) {
        List<Option> options = cost.tables().getFirst().options();
        Optional<Option> meant =
                OptionMention.withoutOption(text, known.ladder(), options).isPresent()
                        ? Optional.empty()
                        : OptionMention.in(text, options);
        if (meant.isEmpty()) {
            return OptionMention.rung(text, known.ladder())
                    .map(WhyNotAnswer::rung)
                    .map(List::of)
                    .or(() -> OptionMention.leftOut(text, cost.leftOut()).map(line -> untrained(text, line)))
                    .orElseGet(() -> kind(text).isPresent() ? models(text) : notCompared(wording, priced));
        }
        Option option = meant.get();
        List<String> lines = new ArrayList<>();
        if (option.lever().startsWith(FigureAnswers.TRAINING)
                && !asksToTrain(text)
                && OptionMention.isModelAlone(text, option)) {
            lines.add(wording.plain("figure-only-tuned", without()));
        }
        boolean decided = known.decision().isPresent();
        // Nobody said no yet: what the leaning hangs on answers it.
        if (!decided && option.lever().startsWith(FigureAnswers.TRAINING) && asksToTrain(text)) {
            return lines;
        }
        boolean byMoney =
                known.decision().filter(each -> each.recommendation() != null).isPresent();
        if (decided && !byMoney) {
            lines.add(
                    wording.plain("figure-rule", known.decision().orElseThrow().headline()));
        }
        if (!option.priced()) {
            known.ladder().stream()
                    .filter(step ->
                            step.lever().equals(option.lever()) && !step.text().isEmpty())
                    .filter(step -> step.state() == LadderStep.State.NOT_FOR_THIS)
                    .findFirst()
                    .ifPresent(step -> lines.add(rung(step)));
            lines.add(wording.plain("figure-unpriced", option.name(), option.unpriced()));
            return lines;
        }
        Option best = cost.option(cost.best().option()).orElseThrow();
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

    /** Why the best is the best; an option that somebody takes for it is set beside it. */
    List<String> best(String text) {
        Option best = cost.option(cost.best().option()).orElseThrow();
        Optional<Option> meant = OptionMention.in(text, cost.tables().getFirst().options());
        if (meant.filter(option -> !option.id().equals(best.id())).isPresent()) {
            return to(text);
        }
        List<String> lines = new ArrayList<>();
        known.decision().ifPresent(decision -> {
            if (decision.recommendation() == null) {
                lines.add(wording.plain("figure-rule", decision.headline()));
            }
            decision.reasons().forEach(reason -> lines.add(reason.text()));
        });
        lines.add(rows.row(best));
        Recommendation.RunnerUp second = cost.best().runnerUp();
        if (second != null) {
            lines.add(rows.second(second));
        }
        return lines;
    }

    /** What costs least of all that may be recommended, and of the whole table with what keeps it from that. */
    List<String> cheapest() {
        List<String> lines = new ArrayList<>();
        cheapest("", priced.size())
                .filter(option -> option.standing().eligible())
                .findFirst()
                .ifPresent(option -> lines.add(wording.plain("figure-cheapest", rows.row(option))));
        cheapest("", 1).filter(option -> !option.standing().eligible()).forEach(option -> {
            lines.add(wording.plain("figure-cheaper-barred", rows.row(option)));
            option.standing().excludedBy().forEach(id -> lines.add(reason(id)));
        });
        return lines;
    }

    /** Which model: the best of all and the next of each kind, or those of the kind that the question names. */
    List<String> models(String question) {
        Option best = cost.option(cost.best().option()).orElseThrow();
        Optional<String> kind = kind(question);
        List<String> lines = new ArrayList<>();
        if (kind.isEmpty() && known.decision().isPresent()) {
            lines.add(wording.plain("figure-is-best", best.name(), rows.total(best), cost.horizonMonths()));
        }
        boolean untrained = kind.isPresent() || !asksToTrain(question);
        Stream.concat(
                        untrained ? models(kind) : Stream.of(),
                        kind.isPresent() ? Stream.of() : cheapest(FigureAnswers.TRAINING, 1))
                .filter(option -> lines.isEmpty() || !option.id().equals(best.id()))
                .map(rows::row)
                .forEach(lines::add);
        return lines.isEmpty() ? notCompared(wording, priced) : lines;
    }

    private Stream<Option> models(Optional<String> kind) {
        return cheapest(kind.orElse(""), priced.size())
                .filter(option ->
                        option.lever().endsWith("-model") && !option.id().startsWith(FigureAnswers.TODAY))
                .limit(MOST);
    }

    private Stream<Option> cheapest(String lever, int most) {
        return priced.stream()
                .filter(option -> option.lever().startsWith(lever))
                .sorted(Comparator.comparing(rows::told))
                .limit(most);
    }

    private static Optional<String> kind(String question) {
        return KINDS.entrySet().stream()
                .filter(each -> each.getValue().matcher(question).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static boolean asksToTrain(String text) {
        return ASKS_TO_TRAIN.matcher(text).find();
    }

    /** A line about something that was left out; where that is a tuned model and the question is not about training, first what there is without. */
    private List<String> untrained(String text, String line) {
        return asksToTrain(text) || !asksToTrain(line)
                ? List.of(line)
                : List.of(wording.plain("figure-only-tuned", without()), line);
    }

    private String without() {
        return models(Optional.empty()).map(rows::row).collect(Collectors.joining(" "));
    }

    private static String rung(LadderStep step) {
        return step.text().isEmpty() ? step.label() : step.label() + ": " + step.text();
    }

    /** The nearest to what is not among the options. */
    static List<String> notCompared(Messages wording, List<Option> priced) {
        return List.of(wording.plain(
                "figure-not-compared",
                priced.stream().filter(Option::matters).map(Option::name).collect(Collectors.joining("; "))));
    }

    private String reason(String id) {
        return flow.texts().find("exclusions." + id + ".reason").orElseGet(() -> switch (id) {
            case "model-ends" -> wording.plain("figure-model-ends", cost.horizonMonths());
            case "must-stay-in-house" -> wording.plain("figure-in-house");
            case "task-unsaid" -> wording.plain("figure-task-unsaid");
            case "does-not-pay-back" -> wording.plain("figure-no-payback");
            case "target-costs-more-than-its-errors" -> wording.plain("figure-too-dear");
            default -> wording.plain("figure-no-price");
        });
    }
}
