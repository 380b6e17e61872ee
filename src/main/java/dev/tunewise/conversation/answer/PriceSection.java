package dev.tunewise.conversation.answer;

import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.CostComparison.Price;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.wording.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The prices that a comparison rests on: each source once with its date, and which prices are too old to trust. */
record PriceSection(Messages wording) {
    /** A commit is found by its first characters; the whole of it stands in the catalogue. */
    private static final Pattern COMMIT = Pattern.compile("\\b([0-9a-f]{10})[0-9a-f]{30}\\b");

    /** The prices as lines. `brief`: only those that the short table rests on, with the number of the others. */
    List<String> lines(CostComparison view, boolean brief) {
        List<Price> shown = shown(view, brief);
        List<String> lines = new ArrayList<>();
        grouped(shown, price -> price.asOf() + "\n" + price.source()).forEach(prices -> lines.add(line(prices)));
        if (shown.size() < view.prices().size()) {
            lines.add(wording.plain("cost-more", view.prices().size() - shown.size()));
        }
        return lines;
    }

    /** What to mind about prices, each with the names of the prices that it is about. */
    List<Block> warnings(CostComparison view, boolean brief) {
        List<Price> doubtful = shown(view, brief).stream()
                .filter(price -> !price.warning().isEmpty())
                .toList();
        return grouped(doubtful, Price::warning).stream()
                .<Block>map(prices -> {
                    String names = prices.stream().map(Price::model).distinct().collect(Collectors.joining(", "));
                    return new Block.Note(
                            Block.Tone.WARNING,
                            Text.plain(names + ": " + prices.getFirst().warning()));
                })
                .toList();
    }

    private String line(List<Price> prices) {
        Price first = prices.getFirst();
        String text = prices.stream()
                .skip(1)
                .map(price -> "; " + price.model() + ": " + price.text())
                .collect(Collectors.joining("", first.text(), ""));
        String source = COMMIT.matcher(first.source()).replaceAll("$1");
        return first.asOf().isEmpty()
                ? wording.plain("cost-price-undated", first.model(), text, source)
                : wording.plain("cost-price", first.model(), text, first.asOf(), source);
    }

    private static List<Price> shown(CostComparison view, boolean brief) {
        return view.prices().stream().filter(price -> !brief || price.matters()).toList();
    }

    private static List<List<Price>> grouped(List<Price> prices, Function<Price, String> by) {
        Map<String, List<Price>> groups = new LinkedHashMap<>();
        prices.forEach(price ->
                groups.computeIfAbsent(by.apply(price), _ -> new ArrayList<>()).add(price));
        return List.copyOf(groups.values());
    }
}
