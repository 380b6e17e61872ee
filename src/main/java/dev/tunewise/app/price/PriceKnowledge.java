package dev.tunewise.app.price;

import dev.tunewise.chat.Text;
import dev.tunewise.conversation.understanding.KnowledgeBase;
import dev.tunewise.cost.Contradiction;
import dev.tunewise.cost.Contradictions;
import dev.tunewise.cost.statistics.PairedAnswer;
import dev.tunewise.cost.statistics.QualityAnswer;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.name.ModelLookup;
import dev.tunewise.price.offer.Model;
import dev.tunewise.reading.result.Intent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers what models cost, whether a difference in quality is more than chance, and where an article contradicts itself. */
public record PriceKnowledge(PriceCatalogue prices, Supplier<LocalDate> today, Contradictions contradictions)
        implements KnowledgeBase {
    private static final int MOST = 4;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|\\n+");
    private static final Pattern QUOTED = Pattern.compile(
            "\\b(?:read|article|blog|post|claim\\w*|says?|said|according|quote\\w*|office.hours)\\b"
                    + "|\\btun(?:ing|ed)\\b.*\\bsav|\\bsav\\w*\\b.*\\btun(?:ing|ed)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PRICE_OF = Pattern.compile(
            "\\b(?:what|how much)\\s+(?:does|do|is|are)\\s+(?:the\\s+)?(.+?)\\s+costs?\\b|\\b(?:price|cost)s?\\s+of\\s+(?:the\\s+)?([^?]+)",
            Pattern.CASE_INSENSITIVE);

    public PriceKnowledge(PriceCatalogue prices, Supplier<LocalDate> today) {
        this(prices, today, Contradictions.shipped());
    }

    @Override
    public Optional<Text> answer(Intent inquiry, Answers answers) {
        return switch (inquiry) {
            case Intent.PriceOf(String _, List<String> entries, String name) -> prices(entries, name);
            case Intent.BillOf bill -> new BillAnswer(prices, today.get(), bill).text();
            case Intent.Difference(double better, double worse, int items) ->
                difference(better, worse, items > 0 ? items : measured(answers));
            case Intent.SourceOf(String claim) -> contradictions(claim);
            case Intent.Question(String words) -> contradictions(words);
            case Intent _ -> Optional.empty();
        };
    }

    /** A sentence is taken for a quotation only where it says that it is one: amounts of one's own may look alike. */
    @Override
    public Optional<Text> remark(String text) {
        Optional<Text> claim = SENTENCE_END
                .splitAsStream(text)
                .filter(sentence -> QUOTED.matcher(sentence).find())
                .flatMap(sentence -> contradictions(sentence).stream())
                .findFirst();
        return claim.or(() -> paired(text)).or(() -> whichModel(text));
    }

    private static Optional<Text> paired(String words) {
        return PairedAnswer.in(words).map(answer -> Text.plain(answer.text()));
    }

    /** Asks back where the price of a name is wanted that fits several models. */
    private Optional<Text> whichModel(String words) {
        Matcher asked = PRICE_OF.matcher(words);
        if (!asked.find()) {
            return Optional.empty();
        }
        String name = (asked.group(1) == null ? asked.group(2) : asked.group(1)).strip();
        return prices.lookup(name, today.get()) instanceof ModelLookup.Ambiguous(List<Model> models)
                ? Optional.of(Text.plain("“" + name + "” fits several models: "
                        + models.stream().map(Model::name).collect(Collectors.joining(", "))
                        + ". Which one do you mean?"))
                : Optional.empty();
    }

    private Optional<Text> prices(List<String> entries, String name) {
        List<String> lines = entries.stream()
                .flatMap(id -> prices.model(id).stream())
                .limit(MOST)
                .map(this::line)
                .toList();
        return Optional.of(Text.plain(
                lines.isEmpty()
                        ? "I have no price for “" + name
                                + "”. What I do not know I do not guess; `tunewise prices list`" + " shows what I know."
                        : String.join("\n", lines)));
    }

    private String line(Model model) {
        List<String> parts = new ArrayList<>();
        part(parts, model.prices().input(), "for 1M input tokens");
        part(parts, model.prices().cachedInput(), "cached");
        part(parts, model.prices().output(), "for 1M output tokens");
        String money = parts.isEmpty() ? "price unknown" : String.join(", ", parts);
        LocalDate day = today.get();
        String standing = model.shutdown() == null ? "" : " " + model.ending(day) + ".";
        String warning = model.provenance().warning(day).map(old -> " " + old).orElse("");
        return model.name() + ": " + money + " (" + model.provenance().source() + ", "
                + model.provenance().asOfText() + ")." + standing + warning;
    }

    private static void part(List<String> parts, @Nullable Money price, String what) {
        if (price != null) {
            parts.add(MoneyFormat.exact(price) + " " + what);
        }
    }

    private static int measured(Answers answers) {
        return answers.get("eval_items")
                                .map(SourcedAnswer::value)
                                .map(Value::raw)
                                .orElse(0.0)
                        instanceof Double items
                ? items.intValue()
                : 0;
    }

    private static Optional<Text> difference(double better, double worse, int items) {
        return items < 1
                ? Optional.of(Text.plain("That depends on the number of items: on how many were they measured?"))
                : Optional.of(Text.plain(
                        QualityAnswer.of(better / 100, items, worse / 100).text()));
    }

    private Optional<Text> contradictions(String words) {
        List<Contradiction> quoted = contradictions.quotedIn(words);
        return quoted.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.plain(
                        quoted.stream().limit(2).map(Contradiction::text).collect(Collectors.joining("\n"))));
    }
}
