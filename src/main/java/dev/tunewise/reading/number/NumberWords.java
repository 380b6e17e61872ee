package dev.tunewise.reading.number;

import dev.tunewise.reading.number.NumberReader.Number;
import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.TokenCursor;
import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers written in words: "half a million", "twelve hundred", "a dozen", "a few thousand". */
record NumberWords(TokenCursor cursor) {
    private static final Map<String, Long> UNITS = WordSet.numbers(WordSet.named("number words: units"));
    private static final Map<String, Long> SCALES = WordSet.numbers(WordSet.named("number words: scales"));
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    /** The factor of a word such as "thousand", or null. */
    static @Nullable Long scale(Token token) {
        return token.isWord() ? SCALES.get(token.text()) : null;
    }

    /** The number that starts at a token, or null. A lone "one" or "a" is none. */
    @Nullable
    Number at(int at) {
        Number vague = vague(at);
        Number part = vague == null ? part(at) : vague;
        return part == null ? counted(at) : part;
    }

    /** "a few thousand" (2 to 4), "several hundred" (3 to 7), "a couple of thousand" (about 2). */
    private @Nullable Number vague(int at) {
        int word = cursor.isWord(at, "a") ? at + 1 : at;
        int after = cursor.isWord(word + 1, "of") ? word + 2 : word + 1;
        Long scale = scale(cursor.at(after));
        if (scale == null) {
            return null;
        }
        return switch (cursor.at(word).text()) {
            case "few" -> range(3, 2, 4, scale, after + 1);
            case "several" -> range(5, 3, 7, scale, after + 1);
            case "couple" -> range(2, 2, 3, scale, after + 1);
            default -> null;
        };
    }

    private static Number range(int value, int low, int high, long scale, int end) {
        return Number.worded(
                times(value, scale), times(low, scale), times(high, scale), BigDecimal.valueOf(scale), end);
    }

    private static BigDecimal times(int value, long scale) {
        return BigDecimal.valueOf(value * scale);
    }

    /** "half a million", "a quarter of a million", "a quarter million". */
    private @Nullable Number part(int at) {
        int next = cursor.isWord(at, "a") ? at + 1 : at;
        BigDecimal share = cursor.isWord(next, "half") ? HALF : cursor.isWord(next, "quarter") ? QUARTER : null;
        next += cursor.isWord(next + 1, "of") ? 2 : 1;
        next += cursor.isWord(next, "a") ? 1 : 0;
        Long scale = scale(cursor.at(next));
        return share == null || scale == null
                ? null
                : exact(share.multiply(BigDecimal.valueOf(scale)), scale, next + 1);
    }

    private @Nullable Number counted(int at) {
        long total = 0;
        long group = 0;
        int end = at;
        int words = 0;
        boolean scaled = false;
        boolean article = cursor.isWord(at, "a") || cursor.isWord(at, "an");
        if (article) {
            if (scale(cursor.at(at + 1)) == null || cursor.isWord(at + 1, "k")) {
                return null;
            }
            group = 1;
            end++;
        }
        long last = Long.MAX_VALUE;
        while (cursor.at(end).isWord()) {
            String word = cursor.at(end).text();
            Long unit = UNITS.get(word);
            Long scale = SCALES.get(word);
            if (unit != null && !article) {
                boolean fits = words == 0 || group % 100 == 0 && (group > 0 || scaled) || isTens(group) && unit < 10;
                if (!fits) {
                    break;
                }
                group += unit;
            } else if (scale != null && !word.equals("k") && (words > 0 || article) && (group > 0 || !scaled)) {
                if (scale == 100 || scale == 12) {
                    group *= scale;
                } else {
                    if (scale >= last) {
                        break;
                    }
                    last = scale;
                    total += group * scale;
                    group = 0;
                }
                scaled = true;
                article = false;
            } else if (word.equals("and") && scaled && isUnit(end + 1) && !isHalf(end)) {
                end++;
                continue;
            } else {
                break;
            }
            words++;
            end++;
            // "twenty-five": the hyphen
            if (cursor.isMark(end, '-')
                    && isUnit(end + 1)
                    && isTens(group)
                    && !cursor.at(end).spaced()) {
                end++;
            }
        }
        if (words == 0) {
            return null;
        }
        end -= cursor.isWord(end - 1, "and") ? 1 : 0;
        long value = total + group;
        Long said = scale(cursor.at(end - 1));
        long scale = said == null ? 1 : said;
        if (cursor.isWord(end, "and") && isHalf(end)) {
            return andAHalf(end + 3, BigDecimal.valueOf(value).add(HALF.multiply(BigDecimal.valueOf(scale))));
        }
        return words == 1 && value == 1 ? null : exact(BigDecimal.valueOf(value), scale, end);
    }

    private boolean isUnit(int at) {
        return UNITS.containsKey(cursor.at(at).text());
    }

    private static boolean isTens(long group) {
        return group % 10 == 0 && group % 100 >= 20;
    }

    private boolean isHalf(int and) {
        return cursor.isPhrase(and + 1, "a", "half");
    }

    /** "one and a half million", "a million and a half". */
    private Number andAHalf(int at, BigDecimal value) {
        Long scale = scale(cursor.at(at));
        return scale == null ? exact(value, 1, at) : exact(value.multiply(BigDecimal.valueOf(scale)), scale, at + 1);
    }

    private static Number exact(BigDecimal value, long scale, int end) {
        return Number.worded(value, value, value, BigDecimal.valueOf(scale), end);
    }
}
