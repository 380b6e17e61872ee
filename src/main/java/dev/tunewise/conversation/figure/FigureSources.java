package dev.tunewise.conversation.figure;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.evaluation.FactFormatter;
import dev.tunewise.advice.result.AssumedValue;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FlowLabels;
import dev.tunewise.flow.interview.FigureInputs;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a figure comes from, named by its number or by what it is. */
record FigureSources(Flow flow, Messages wording, Consultant.Ballpark known) {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final Pattern PRICES = FigureQuestion.words("asks-for-prices");
    private static final Pattern PASSING = FigureQuestion.words("passing-words");
    private static final int MOST = 6;

    /** Said, assumed, a price or a row of the table; where none is found, what all of it rests on. */
    List<String> of(String text) {
        List<BigDecimal> numbers = NUMBER.matcher(text)
                .results()
                .map(found -> new BigDecimal(found.group().replace(",", "")))
                .toList();
        List<String> lines =
                numbers.stream().flatMap(number -> numbered(number).stream()).toList();
        // A number may be the version of a model whose price is asked.
        if (lines.isEmpty() && PRICES.matcher(text).find()) {
            lines = prices(text);
        } else if (numbers.isEmpty()) {
            lines = named(text);
        }
        return lines.isEmpty() ? List.of(wording.plain("figure-source-all")) : lines;
    }

    private List<String> numbered(BigDecimal number) {
        Optional<String> said = flow.facts().stream()
                .map(Fact::id)
                .filter(fact -> !fact.startsWith("fig_")
                        && known.figures().get(fact) instanceof Number value
                        && is(value.doubleValue(), number))
                .findFirst()
                .map(fact ->
                        wording.plain("figure-source-said", number.toPlainString(), new FlowLabels(flow).label(fact)));
        if (said.isPresent()) {
            return List.of(said.get());
        }
        List<String> lines = new ArrayList<>();
        known.cost().parameters().stream()
                .filter(each -> is(each.range().likely().doubleValue(), number))
                .map(this::range)
                .forEach(lines::add);
        lines.addAll(new OptionWording(wording, known.cost())
                .formulas(known.cost().tables().getFirst().options().stream()
                        .filter(option -> option.priced()
                                && is(
                                        option.total()
                                                .likely()
                                                .setScale(0, RoundingMode.HALF_UP)
                                                .doubleValue(),
                                        number))));
        return lines;
    }

    private String range(CostComparison.Parameter each) {
        return wording.plain("figure-source-range", each.name(), each.text(), each.basis(), each.source());
    }

    private static boolean is(double value, BigDecimal number) {
        return Math.abs(value - number.doubleValue()) <= 1e-9 * Math.max(1, Math.abs(value));
    }

    /** What shares most words with the question: facts that figures rest on, else what has a range. */
    private List<String> named(String text) {
        FlowLabels labels = new FlowLabels(flow);
        Set<String> inputs = FigureInputs.of(flow);
        List<String> facts = alike(
                        flow.facts().stream()
                                .filter(fact -> inputs.contains(fact.id()))
                                .toList(),
                        labels::label,
                        text)
                .flatMap(fact -> computed(fact, labels.label(fact)).stream())
                .toList();
        return facts.isEmpty()
                ? alike(known.cost().parameters(), CostComparison.Parameter::name, text)
                        .map(this::range)
                        .toList()
                : facts;
    }

    /** Those whose names share the most words with a text, if any does. */
    private static <T> Stream<T> alike(List<T> all, Function<T, String> name, String text) {
        Set<String> words = words(text);
        ToIntFunction<T> shared = each ->
                (int) words(name.apply(each)).stream().filter(words::contains).count();
        int most = all.stream().mapToInt(shared).max().orElse(0);
        return most == 0
                ? Stream.empty()
                : all.stream().filter(each -> shared.applyAsInt(each) == most).limit(MOST);
    }

    /** With which value of a fact it is computed: what was said, or what stands in for it. */
    private Optional<String> computed(Fact fact, String label) {
        FactFormatter values = new FactFormatter(flow);
        Optional<String> told = fact.catalogue() != null
                ? known.cost().option(FigureAnswers.TODAY).map(CostComparison.Option::model)
                : Optional.ofNullable(known.figures().get(fact.id())).map(raw -> values.fact(fact, Value.of(raw)));
        boolean said = known.figures().containsKey(fact.id());
        return told.filter(value -> !value.isEmpty())
                .or(() -> known.cost().standIns().stream()
                        .filter(standIn -> standIn.fact().equals(fact.id()))
                        .map(AssumedValue::value)
                        .map(value -> values.fact(fact, value))
                        .findFirst())
                .map(value -> wording.plain(said ? "figure-with-said" : "figure-with-assumed", label, value));
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(word -> !PASSING.matcher(word).matches())
                .map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .collect(Collectors.toSet());
    }

    /** The prices behind it that the question names, else those of the short table, each with its day and source. */
    private List<String> prices(String text) {
        List<CostComparison.Price> prices = known.cost().prices();
        List<CostComparison.Price> meant =
                alike(prices, price -> price.model() + " " + price.text(), text).toList();
        return (meant.isEmpty() ? prices.stream().filter(CostComparison.Price::matters) : meant.stream())
                .limit(MOST)
                .map(price -> wording.plain(
                        price.asOf().isEmpty() ? "figure-price-undated" : "figure-price",
                        price.model(),
                        price.text(),
                        price.asOf(),
                        price.source()))
                .toList();
    }
}
