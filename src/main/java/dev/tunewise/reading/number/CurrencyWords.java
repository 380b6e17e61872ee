package dev.tunewise.reading.number;

import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs and words of currencies. A cent counts as one of the US dollar. */
public final class CurrencyWords {
    public static final String DOLLAR = "USD";
    private static final String CENT = "cent";
    private static final BigDecimal ONE_CENT = new BigDecimal("0.01");
    private static final Map<String, String> SIGNS = WordSet.table(WordSet.named("currency words: signs"));
    private static final Map<String, String> WORDS = WordSet.table(WordSet.named("currency words: words"));
    private static final int CODE = 3;

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

    static Amount money(Amount number, String currency) {
        return currency.equals(CENT) ? number.money(DOLLAR, ONE_CENT) : number.money(currency, BigDecimal.ONE);
    }
}
