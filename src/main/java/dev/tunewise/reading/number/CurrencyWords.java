package dev.tunewise.reading.number;

import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Signs and words of currencies. A cent counts as one of the US dollar, a grand as a thousand of them. */
public final class CurrencyWords {
    public static final String DOLLAR = "USD";
    private static final String CENT = "cent";
    private static final String GRAND = "grand";
    private static final BigDecimal ONE_CENT = new BigDecimal("0.01");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final Map<String, String> SIGNS = WordSet.table(WordSet.named("currency words: signs"));
    private static final Map<String, String> WORDS = WordSet.table(WordSet.named("currency words: words"));
    private static final int CODE = 3;
    private static final Map<String, String> FOR_ONE_EURO = WordSet.named("currency words: rates")
            .lines()
            .map(line -> line.split(": "))
            .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    /** The day of the rates at which other currencies are shown. */
    public static final String DAY = Objects.requireNonNull(FOR_ONE_EURO.get("day"));

    private static final Pattern WORD = Pattern.compile("\\p{L}+|\\p{Sc}");
    private static final MathContext SHOWN = new MathContext(4);

    /** The currency of a sign, or null. */
    static @Nullable String sign(Token token) {
        return token.kind() == Token.Kind.MARK ? SIGNS.get(token.text()) : null;
    }

    /** The currency of a word, or null. */
    static @Nullable String word(String word) {
        return WORDS.get(word);
    }

    /** The currency of a code such as USD, which may stand before the number, or null. */
    static @Nullable String code(Token token) {
        return token.isWord() && token.text().length() == CODE ? WORDS.get(token.text()) : null;
    }

    /** US dollars for one unit of a currency, or null where no rate is held. */
    public static @Nullable BigDecimal dollars(String currency) {
        String units = FOR_ONE_EURO.get(currency);
        return units == null ? null : new BigDecimal(FOR_ONE_EURO.get(DOLLAR)).divide(new BigDecimal(units), SHOWN);
    }

    /** The other currency that words name, if we hold a rate for it. */
    public static Optional<String> other(String words) {
        return WORD.matcher(words.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> SIGNS.getOrDefault(found.group(), WORDS.getOrDefault(found.group(), DOLLAR)))
                .filter(currency -> !currency.equals(DOLLAR) && FOR_ONE_EURO.containsKey(currency))
                .findFirst();
    }

    static Amount money(Amount number, String currency) {
        return switch (currency) {
            case CENT -> number.money(DOLLAR, ONE_CENT);
            case GRAND -> number.money(DOLLAR, THOUSAND);
            default -> number.money(currency, BigDecimal.ONE);
        };
    }
}
