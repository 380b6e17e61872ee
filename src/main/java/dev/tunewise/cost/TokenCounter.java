package dev.tunewise.cost;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import dev.tunewise.price.offer.Model;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts the tokens of a text. Encodings are loaded on first use and take some megabytes, so keep one counter. Thread-safe. */
public final class TokenCounter {
    /** The longest text that is counted at once, in bytes. */
    public static final int LONGEST = 1_048_576;

    /** Letters, signs or spaces in one row that are longer are no words: counted whole they would take all memory, so they are cut. */
    private static final int LONGEST_ROW = 4_000;

    private static final int LETTER = 0;
    private static final int DIGIT = 1;
    private static final int SIGN = 2;

    private static final Pattern OLD_OPENAI = Pattern.compile("gpt-(4|4-turbo|3\\.5-turbo)|text-embedding-.*");

    private final EncodingRegistry encodings = Encodings.newLazyEncodingRegistry();

    /**
     * @param encoding name of the encoding, for example {@code o200k_base}
     * @param approximate true when the model's vendor uses another encoding, which is not public or not available here
     * @param why what the encoding is to the model, in a sentence
     */
    public record Count(int tokens, String encoding, boolean approximate, String why) {}

    /** Counts a text for a model, or with the newest public encoding when the model is not known. */
    public Count count(String text, @Nullable Model model) {
        EncodingType encoding = model != null && OLD_OPENAI.matcher(model.id()).matches()
                ? EncodingType.CL100K_BASE
                : EncodingType.O200K_BASE;
        Encoding counting = encodings.getEncoding(encoding);
        int tokens = 0;
        int from = 0;
        for (int next = rowEnd(text, 0); next < text.length(); next = rowEnd(text, from)) {
            tokens += counting.countTokensOrdinary(text.substring(from, next));
            from = next;
        }
        tokens += counting.countTokensOrdinary(text.substring(from));
        boolean own = model != null && model.provider().equals("openai");
        return new Count(
                tokens,
                encoding.getName().toLowerCase(Locale.ROOT),
                !own || from > 0,
                from > 0
                        ? "Approximate: a row of letters or signs without a break is longer than any word, and was counted in pieces."
                        : why(model, own, encoding.getName().toLowerCase(Locale.ROOT)));
    }

    /** Where a row that is too long is cut; the end of the text where there is none. */
    private static int rowEnd(String text, int from) {
        int row = 0;
        int kind = -1;
        for (int i = from; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            int here = kind(point);
            row = here == kind && here != DIGIT ? row + 1 : 0;
            kind = here;
            if (row >= LONGEST_ROW) {
                return i;
            }
        }
        return text.length();
    }

    /** What encodings keep in one piece: letters with their marks, and signs with the line breaks and spaces among them. */
    private static int kind(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> LETTER;
            case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
            default -> Character.isLetter(point) ? LETTER : SIGN;
        };
    }

    private static String why(@Nullable Model model, boolean own, String encoding) {
        if (model == null) {
            return "Approximate: no model is named, so OpenAI's newest public encoding, " + encoding + ", stands in.";
        }
        return own
                ? model.name() + " counts by this encoding."
                : "Approximate for " + model.name() + ": " + encoding
                        + " is OpenAI's; the tokenizer of this model is not public, or not available here.";
    }
}
