package dev.tunewise.reading.intent;

import dev.tunewise.flow.Flow;
import dev.tunewise.reading.cue.Annotations;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.reading.name.NameFinder;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.Tokenizer;
import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds questions to the consultant: prices, meanings, sources, differences. Immutable once made. */
public final class QuestionMatcher {
    private static final int LONGEST_TERM = 6;
    private static final int LONGEST_UNKNOWN_TERM = 3;
    private static final int SHORT = 5;
    private static final BigDecimal MOST_ITEMS = BigDecimal.valueOf(1_000_000_000);
    private static final Set<String> PRICE = WordSet.set("question matcher: price");
    private static final Set<String> DIFFERENCE = WordSet.set("question matcher: difference");
    private static final Set<String> SMALL = WordSet.set("question matcher: small");
    private static final Set<String> AMONG = WordSet.of("on of with");
    private static final Set<String> OF = WordSet.of("for of on");
    private static final Set<String> NO_TERM = WordSet.set("question matcher: no term");
    private static final List<List<String>> MEANING = phrases("question matcher: meaning");
    private static final List<List<String>> SOURCE = phrases("question matcher: source");

    private final Map<String, String> terms = new TreeMap<>();

    public QuestionMatcher(Flow flow) {
        flow.glossary().keySet().forEach(term -> terms.put(normal(term), term));
    }

    /** The phrases under a name, the longest first. */
    private static List<List<String>> phrases(String name) {
        return WordSet.phrases(WordSet.named(name)).stream()
                .map(phrase -> List.of(phrase.split(" ")))
                .sorted((one, other) -> other.size() - one.size())
                .toList();
    }

    public static Set<String> words() {
        Set<String> words = new HashSet<>(PRICE);
        words.addAll(DIFFERENCE);
        MEANING.forEach(words::addAll);
        SOURCE.forEach(words::addAll);
        return words;
    }

    private static String normal(String term) {
        return Tokenizer.of(term).stream()
                .filter(token -> token.kind() != Token.Kind.MARK)
                .map(token -> token.text() + token.suffix().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** The first question in a message. */
    public Optional<Intent> in(Annotations seen) {
        TokenSequence line = seen.line();
        Intent other = null;
        for (int start = 0; start < line.size(); start = line.sentenceEnd(start)) {
            QuestionSentence sentence = QuestionSentence.of(seen, start);
            Optional<Intent> found = difference(sentence)
                    .or(() -> price(sentence))
                    .or(() -> source(sentence))
                    .or(() -> meaning(sentence));
            if (found.isPresent()) {
                return found;
            }
            if (other == null && sentence.marked() && sentence.end() - start > 2) {
                other = new Intent.Question(sentence.words(start, sentence.end()));
            }
        }
        return Optional.ofNullable(other);
    }

    private static Optional<Intent> difference(QuestionSentence sentence) {
        List<Double> shares = new ArrayList<>();
        int items = 0;
        boolean compares = false;
        for (int i = sentence.start(); i < sentence.end(); i++) {
            TokenSequence line = sentence.line();
            Amount amount = line.items().get(i).amount;
            compares |= DIFFERENCE.contains(line.word(i));
            if (amount == null || amount.isUnclear()) {
                continue;
            }
            double value = amount.value().doubleValue();
            boolean among = AMONG.contains(line.word(i - 1));
            if (amount.kind() == Amount.Kind.PERCENT
                    || (amount.isPlainCount() && !among && value >= 30 && value <= 100)) {
                shares.add(value);
            } else if (amount.isPlainCount() && among) {
                items = Math.max(items, amount.value().min(MOST_ITEMS).intValue());
            }
        }
        if (!sentence.asked() || !compares || shares.size() != 2) {
            return Optional.empty();
        }
        double better = Math.max(shares.get(0), shares.get(1));
        double worse = Math.min(shares.get(0), shares.get(1));
        return Optional.of(new Intent.Difference(better, worse, items));
    }

    private static Optional<Intent> price(QuestionSentence sentence) {
        TokenSequence line = sentence.line();
        boolean priced = line.sentenceHas(sentence.start(), PRICE);
        boolean amount = IntStream.range(sentence.start(), sentence.end()).anyMatch(line::isAmount);
        int name = IntStream.range(sentence.start(), sentence.end())
                .filter(line::isName)
                .findFirst()
                .orElse(-1);
        boolean opens = PRICE.contains(line.word(sentence.start())) || sentence.end() - sentence.start() <= SHORT;
        if (!priced || amount || name < 0 || !(sentence.asked() || opens)) {
            return Optional.empty();
        }
        NameFinder.Mention mention = Objects.requireNonNull(line.items().get(name).name);
        List<String> entries = switch (mention.match()) {
            case NameCatalogue.Found(NameCatalogue.Entry entry) -> List.of(entry.id());
            case NameCatalogue.Ambiguous(List<NameCatalogue.Entry> several) ->
                several.stream().map(NameCatalogue.Entry::id).toList();
            case NameCatalogue.Unknown _ -> List.of();
        };
        return Optional.of(new Intent.PriceOf(mention.catalogue(), entries, sentence.words(name, name + 1)));
    }

    private static Optional<Intent> source(QuestionSentence sentence) {
        TokenSequence line = sentence.line();
        for (List<String> phrase : SOURCE) {
            int from = sentence.lead() + phrase.size();
            int stop = sentence.stop();
            boolean where = phrase.getFirst().equals("where") && phrase.size() == 2;
            boolean comesFrom = stop > from
                    && (line.word(stop - 1).equals("from")
                            || line.word(stop - 2).equals("from"));
            boolean bare = phrase.size() == 1 && stop > from && !OF.contains(line.word(from));
            if (line.isPhrase(sentence.lead(), phrase) && (!where || comesFrom) && !bare) {
                return Optional.of(new Intent.SourceOf(stop > from ? sentence.words(from, stop) : ""));
            }
        }
        return Optional.empty();
    }

    private Optional<Intent> meaning(QuestionSentence sentence) {
        TokenSequence line = sentence.line();
        for (List<String> phrase : MEANING) {
            if (line.isPhrase(sentence.lead(), phrase)) {
                return term(
                        sentence,
                        sentence.lead() + phrase.size(),
                        phrase.getFirst().equals("what"));
            }
        }
        boolean alone = sentence.marked()
                && sentence.stop() > sentence.lead()
                && sentence.stop() - sentence.lead() <= LONGEST_TERM;
        String key = alone ? terms.get(spelled(line, sentence.lead(), sentence.stop())) : null;
        return key == null
                ? Optional.empty()
                : Optional.of(new Intent.MeaningOf(key, sentence.words(sentence.lead(), sentence.stop())));
    }

    private Optional<Intent> term(QuestionSentence sentence, int from, boolean whatIs) {
        TokenSequence line = sentence.line();
        int first = from;
        int last = sentence.stop();
        while (first < last && SMALL.contains(line.word(first))) {
            first++;
        }
        while (last > first && SMALL.contains(line.word(last - 1))) {
            last--;
        }
        if (last <= first || last - first > LONGEST_TERM) {
            return Optional.empty();
        }
        String said = sentence.words(first, last);
        String words = spelled(line, first, last);
        String other = words.endsWith("s") ? words.substring(0, words.length() - 1) : words + "s";
        String key = terms.getOrDefault(words, terms.get(other));
        boolean unknown = whatIs && !NO_TERM.contains(line.word(first)) && last - first <= LONGEST_UNKNOWN_TERM;
        if (key == null && !unknown) {
            return Optional.empty();
        }
        return Optional.of(new Intent.MeaningOf(key == null ? "" : key, said));
    }

    private static String spelled(TokenSequence line, int from, int to) {
        List<String> words = IntStream.range(from, to).mapToObj(line::word).toList();
        return words.contains("") ? "" : String.join(" ", words);
    }
}
