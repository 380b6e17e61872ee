package dev.tunewise.reading.number;

import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.TokenCursor;
import dev.tunewise.reading.text.WordSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds to an amount what the words before it say: about, at least, up to. What comes after is left to {@link AmountSuffixReader}. */
public final class AmountModifierReader {
    private static final int MOST_WORDS = 4;
    private static final Set<String> ABOUT = WordSet.set("amount modifier reader: about");
    private static final Map<String, String> LIMITS = WordSet.table(WordSet.named("amount modifier reader: limits"));
    private static final Map<String, String> LIMIT_PHRASES =
            WordSet.table(WordSet.named("amount modifier reader: limit phrases"));
    private static final Set<String> NOT = Set.of("no", "not");
    private static final List<String> ABOUT_PHRASES =
            WordSet.phrases(WordSet.named("amount modifier reader: about phrases"));
    private final TokenCursor cursor;
    private final AmountSuffixReader tail;

    public AmountModifierReader(List<Token> tokens) {
        cursor = new TokenCursor(tokens);
        tail = new AmountSuffixReader(cursor);
    }

    /** The amount with its frame; it never begins before the floor. */
    public AmountReader.Found framed(AmountReader.Found bare, int floor) {
        if (bare.amount().kind() == Amount.Kind.OTHER) {
            return bare;
        }
        AmountReader.Found found = bare;
        for (int steps = 0; steps < MOST_WORDS && found.first() > floor; steps++) {
            AmountReader.Found wider = before(found, floor);
            if (wider == null) {
                break;
            }
            found = wider;
        }
        return tail.after(found);
    }

    public AmountSuffixReader tail() {
        return tail;
    }

    private static AmountReader.Found about(AmountReader.Found found, int words) {
        return new AmountReader.Found(found.amount().roughly(), found.first() - words, found.end());
    }

    private static AmountReader.Found limit(AmountReader.Found found, Amount.Limit limit, int words) {
        return new AmountReader.Found(found.amount().withLimit(limit), found.first() - words, found.end());
    }

    /** The amount with what stands right before it, or null when that says nothing about it. */
    private AmountReader.@Nullable Found before(AmountReader.Found found, int floor) {
        int at = found.first() - 1;
        Token token = cursor.at(at);
        if (token.kind() == Token.Kind.MARK) {
            return mark(found, at, floor);
        }
        if (!token.isWord()) {
            return null;
        }
        AmountReader.Found phrase = at - 1 < floor ? null : phrase(found, at, floor);
        if (phrase != null) {
            return phrase;
        }
        String limit = LIMITS.get(token.text());
        if (limit != null) {
            return limit(found, Amount.Limit.valueOf(limit), 1);
        }
        // "the docs say 50" is told by them; "say, 50" and "with, say, 50" are a guess
        boolean told = token.isWord("say") && cursor.at(at - 1).isWord();
        return ABOUT.contains(token.text()) && !told ? about(found, 1) : null;
    }

    private AmountReader.@Nullable Found mark(AmountReader.Found found, int at, int floor) {
        boolean orEqual = cursor.isMark(at, '=') && at - 1 >= floor;
        // Code and addresses have no text.
        return switch (cursor.at(orEqual ? at - 1 : at).text()) {
            case "~" -> orEqual ? null : about(found, 1);
            case ">", "≥" -> limit(found, Amount.Limit.AT_LEAST, orEqual ? 2 : 1);
            case "<", "≤" -> limit(found, Amount.Limit.AT_MOST, orEqual ? 2 : 1);
            default -> null;
        };
    }

    private AmountReader.@Nullable Found phrase(AmountReader.Found found, int at, int floor) {
        String two = cursor.at(at - 1).text() + " " + cursor.at(at).text();
        String limit = LIMIT_PHRASES.get(two);
        if (limit == null) {
            return ABOUT_PHRASES.contains(two) ? about(found, 2) : null;
        }
        boolean not = two.endsWith(" than") && at - 2 >= floor && cursor.isWord(at - 2, NOT);
        return not
                ? limit(found, limit.equals("AT_LEAST") ? Amount.Limit.AT_MOST : Amount.Limit.AT_LEAST, 3)
                : limit(found, Amount.Limit.valueOf(limit), 2);
    }
}
