package dev.tunewise.reading.number;

import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.TokenCursor;
import dev.tunewise.reading.text.WordSet;
import java.util.Set;

/** Digits that measure nothing: dates, times, versions, ticket numbers, deltas. */
record NonAmounts(TokenCursor cursor) {
    private static final Set<String> MONTHS = WordSet.set("non amounts: months");
    private static final Set<String> BEFORE_YEAR = WordSet.set("non amounts: before year");
    private static final Set<String> NUMBERED = WordSet.set("non amounts: numbered");

    /** The index after digits that are no amount, or the same index when they may be one. */
    int skip(int at) {
        Token token = cursor.at(at);
        if (!token.isNumber()) {
            return at;
        }
        if (token.glued()) {
            return at + 1;
        }
        boolean power = cursor.isMark(at - 1, '^') || cursor.isTight(at + 1, '^');
        if (power) {
            return at + 1;
        }
        int dated = date(at);
        if (dated > at) {
            return dated;
        }
        boolean bare = token.suffix().isEmpty();
        boolean signed = isSigned(at);
        boolean named =
                bare && token.text().indexOf(',') < 0 && cursor.isWord(at - 1, NUMBERED) && !cursor.isMark(at + 1, '%');
        // "I answered that 2 messages ago"
        boolean past = cursor.isWord(at + 2, "ago")
                && !AmountReader.TIMES.containsKey(cursor.at(at + 1).text());
        return signed || named || past || isYear(at) || isDay(at) ? at + 1 : at;
    }

    private int date(int at) {
        if (cursor.isTight(at + 1, ':') && isShort(at, 2) && cursor.at(at + 2).isNumber()) {
            int end = at + 3;
            return cursor.isTight(end, ':') && cursor.at(end + 1).isNumber() ? end + 2 : end;
        }
        for (char mark : new char[] {'-', '/'}) {
            boolean three = cursor.isTight(at + 1, mark)
                    && cursor.at(at + 2).isNumber()
                    && cursor.isTight(at + 3, mark)
                    && cursor.at(at + 4).isNumber();
            if (three) {
                return at + 5;
            }
        }
        boolean yearMonth = cursor.isTight(at + 1, '-') && isYearLike(at) && isShort(at + 2, 2);
        boolean fraction = cursor.isTight(at + 1, '/')
                && cursor.at(at + 2).isNumber()
                && !cursor.at(at + 2).text().equals("100")
                && !ShareOfWhole.isJudged(cursor, at + 3);
        return yearMonth || fraction ? at + 3 : at;
    }

    private boolean isShort(int at, int digits) {
        Token token = cursor.at(at);
        return token.isNumber() && token.suffix().isEmpty() && token.text().length() <= digits;
    }

    private boolean isYearLike(int at) {
        String text = cursor.at(at).text();
        return text.length() == 4
                && (text.startsWith("19") || text.startsWith("20"))
                && text.chars().allMatch(Character::isDigit)
                && cursor.at(at).suffix().isEmpty();
    }

    private boolean isYear(int at) {
        return isYearLike(at)
                && (cursor.isWord(at - 1, BEFORE_YEAR) || cursor.isWord(at - 1, MONTHS) || cursor.isMark(at - 1, '\''));
    }

    private boolean isDay(int at) {
        boolean ordinal = isShort(at, 2)
                || Set.of("st", "nd", "rd", "th").contains(cursor.at(at).suffix());
        return ordinal && (cursor.isWord(at - 1, MONTHS) || cursor.isWord(at + 1, MONTHS));
    }

    /** "+5", and "-5" where the sign is no bullet and no range. */
    private boolean isSigned(int at) {
        Token before = cursor.at(at - 1);
        boolean tight = !cursor.at(at).spaced();
        if (before.isMark('+')) {
            return tight;
        }
        boolean minus = before.isMark('-') && tight && (before.spaced() || at == 1);
        boolean bullet = cursor.at(at - 2).kind() == Token.Kind.BREAK
                && cursor.at(at + 1).isWord();
        return minus && !bullet;
    }
}
