package dev.tunewise.cost.estimate;

import dev.tunewise.cost.estimate.CostOption.Priced;
import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.PriceRef;
import dev.tunewise.cost.option.ExcludedOption;
import dev.tunewise.cost.option.TodayOptions;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.simulation.Influence;
import dev.tunewise.cost.simulation.SimulationResult;
import dev.tunewise.flow.interview.Late;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The options of a case side by side.
 *
 * @param volumeAssumed whether nobody said the volume, so that it is only an example
 * @param horizonMonths how many months savings count
 * @param options today first, then the others in climbing order
 * @param leftOut options that make no sense here, with the reasons
 * @param inputs every figure that a priced option rests on
 * @param settings parameters that decide something without being varied, such as the horizon
 * @param notes what a reader should know about all of it
 * @param influences the inputs that move the best tuned option most, at most five, the strongest first
 * @param risk what a simulation says, or null without one
 * @param atVolumes where the volume is not known: the tables for 100, 10,000 and 1,000,000 calls a day, without what would change them
 */
public record Estimate(
        CostCase facts,
        BigDecimal callsPerDay,
        boolean volumeAssumed,
        int horizonMonths,
        List<CostOption> options,
        List<ExcludedOption> leftOut,
        List<CostInput> inputs,
        List<CostInput> settings,
        List<String> notes,
        List<Influence> influences,
        @Nullable SimulationResult risk,
        OptionChoice choice,
        Late<List<Estimate>> atVolumes) {
    public List<Priced> priced() {
        return options.stream()
                .filter(Priced.class::isInstance)
                .map(Priced.class::cast)
                .toList();
    }

    public Priced today() {
        return priced().getFirst();
    }

    /** Dollars paid out by the end of a month: the set-up at the start, and the total that is shown at the horizon. */
    public double paidAfter(Priced option, int months) {
        double once = option.setup().amount().doubleValue();
        return once + months * (choice.of(option.id()).total() - once) / horizonMonths;
    }

    public Optional<CostOption> option(String id) {
        return options.stream().filter(option -> option.id().equals(id)).findFirst();
    }

    public Priced recommended() {
        return priced(choice.recommended());
    }

    /** The tuned option that costs least over the horizon, errors included, among those that may be chosen where there are any. */
    public Optional<Priced> bestTuning() {
        OptionChoice.Training training = choice.training();
        return training != null
                ? Optional.of(priced(training.option()))
                : cheapest(priced().stream().filter(CostOption::isTraining));
    }

    /** The option without any training that costs least over the horizon, today and the classifier left out. */
    public Optional<Priced> nextBestWithoutTraining() {
        List<Priced> untrained = priced().stream()
                .filter(option -> !option.isTraining()
                        && !option.lever().equals("classifier")
                        && !option.id().equals(TodayOptions.TODAY))
                .toList();
        return cheapest(untrained.stream()
                        .filter(option -> choice.of(option.id()).eligible()))
                .or(() -> cheapest(untrained.stream()));
    }

    private Optional<Priced> cheapest(Stream<Priced> options) {
        return options.min(
                Comparator.comparingDouble(option -> choice.of(option.id()).total()));
    }

    private Priced priced(String id) {
        return priced().stream()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The options to show where space is short: today, the recommended and the next best, the best tuned one, the next best without training, and
     * the classifier.
     */
    public List<Priced> mainOptions() {
        Set<String> wanted = new LinkedHashSet<>(List.of(TodayOptions.TODAY, choice.recommended()));
        OptionChoice.RunnerUp second = choice.runnerUp();
        if (second != null) {
            wanted.add(second.option());
        }
        nextBestWithoutTraining().map(Priced::id).ifPresent(wanted::add);
        priced().stream().map(Priced::id).filter("classifier"::equals).forEach(wanted::add);
        bestTuning().map(Priced::id).ifPresent(wanted::add);
        return wanted.stream().map(this::priced).toList();
    }

    /** What is not certain, to be named with its range: figures that nobody gave, and shares that were measured on a sample. */
    public List<CostInput> assumed() {
        return Stream.concat(inputs.stream(), settings.stream())
                .filter(input ->
                        (input.basis() != FigureBasis.GIVEN || input.measured() != null) && input.price() == null)
                .toList();
    }

    /** The prices that the priced options rest on, each once. */
    public List<PriceRef> prices() {
        return priced().stream()
                .flatMap(option -> option.prices().stream())
                .distinct()
                .toList();
    }
}
