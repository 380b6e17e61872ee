package dev.tunewise.reading.number;

import dev.tunewise.reading.number.NumberReader.Number;
import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers written in words: "half a million", "twelve hundred", "a dozen", "a few thousand". */
final class NumberWords {
    private static final Map<String, Long> UNITS = WordSet.numbers(WordSet.named("number words: units"));
    private static final Map<String, Long> SCALES = WordSet.numbers(WordSet.named("number words: scales"));
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    /** The factor of a word such as "thousand", or null. */
    static @Nullable Long scale(Token token) {
        return token.isWord() ? SCALES.get(token.text()) : null;
    }

    /** The number that starts at a token, or null. A lone "one" or "a" is none. */
    static @Nullable Number at(List<Token> tokens, int at) {
        Number vague = vague(tokens, at);
        if (vague != null) {
            return vague;
        }
        Number part = part(tokens, at);
        return part != null ? part : counted(tokens, at);
    }

    /** "a few thousand" (2 to 4), "several hundred" (3 to 7), "a couple of thousand" (about 2). */
    private static @Nullable Number vague(List<Token> tokens, int at) {
        int word = at + (is(tokens, at, "a") ? 1 : 0);
        int after = word + 1 + (is(tokens, word + 1, "of") ? 1 : 0);
        if (word >= tokens.size() || after >= tokens.size()) {
            return null;
        }
        Long scale = scale(tokens.get(after));
        if (scale == null) {
            return null;
        }
        return switch (tokens.get(word).text()) {
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
    private static @Nullable Number part(List<Token> tokens, int at) {
        int next = at + (is(tokens, at, "a") ? 1 : 0);
        BigDecimal share = is(tokens, next, "half") ? HALF : is(tokens, next, "quarter") ? QUARTER : null;
        if (share == null) {
            return null;
        }
        next++;
        next += is(tokens, next, "of") ? 1 : 0;
        next += is(tokens, next, "a") ? 1 : 0;
        Long scale = next < tokens.size() ? scale(tokens.get(next)) : null;
        return scale == null ? null : exact(share.multiply(BigDecimal.valueOf(scale)), scale, next + 1);
    }

    private static @Nullable Number counted(List<Token> tokens, int at) {
        long total = 0;
        long group = 0;
        int end = at;
        int words = 0;
        boolean scaled = false;
        boolean article = is(tokens, at, "a") || is(tokens, at, "an");
        if (article) {
            if (at + 1 >= tokens.size()
                    || scale(tokens.get(at + 1)) == null
                    || tokens.get(at + 1).text().equals("k")) {
                return null;
            }
            group = 1;
            end = at + 1;
        }
        long last = Long.MAX_VALUE;
        while (end < tokens.size() && tokens.get(end).isWord()) {
            String word = tokens.get(end).text();
            Long unit = UNITS.get(word);
            Long scale = SCALES.get(word);
            if (unit != null && !article) {
                boolean fits = words == 0
                        || (group % 100 == 0 && group > 0)
                        || (group % 10 == 0 && group % 100 >= 20 && unit < 10)
                        || (group == 0 && scaled);
                if (!fits || (group % 10 == 0 && group % 100 >= 20 && unit >= 10)) {
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
            } else if (word.equals("and")
                    && scaled
                    && end + 1 < tokens.size()
                    && UNITS.containsKey(tokens.get(end + 1).text())
                    && !isHalf(tokens, end)) {
                end++;
                continue;
            } else {
                break;
            }
            words++;
            end++;
            // "twenty-five": the hyphen
            if (end + 1 < tokens.size()
                    && tokens.get(end).isMark('-')
                    && UNITS.containsKey(tokens.get(end + 1).text())
                    && group % 10 == 0
                    && group % 100 >= 20
                    && !tokens.get(end).spaced()) {
                end++;
            }
        }
        if (end == at || words == 0) {
            return null;
        }
        if (tokens.get(end - 1).isWord("and")) {
            end--;
        }
        long value = total + group;
        Long scale = scale(tokens.get(end - 1));
        Number half = andAHalf(tokens, end, value, scale == null ? 1 : scale);
        if (half != null) {
            return half;
        }
        boolean loneOne = words == 1 && value == 1;
        return loneOne ? null : exact(BigDecimal.valueOf(value), scale == null ? 1 : scale, end);
    }

    private static boolean isHalf(List<Token> tokens, int and) {
        return is(tokens, and + 1, "a") && is(tokens, and + 2, "half");
    }

    /** "one and a half million", "a million and a half". */
    private static @Nullable Number andAHalf(List<Token> tokens, int at, long value, long before) {
        if (!is(tokens, at, "and") || !isHalf(tokens, at)) {
            return null;
        }
        BigDecimal more = BigDecimal.valueOf(value).add(HALF.multiply(BigDecimal.valueOf(before)));
        Long scale = at + 3 < tokens.size() ? scale(tokens.get(at + 3)) : null;
        return scale == null ? exact(more, 1, at + 3) : exact(more.multiply(BigDecimal.valueOf(scale)), scale, at + 4);
    }

    private static Number exact(BigDecimal value, long scale, int end) {
        return Number.worded(value, value, value, BigDecimal.valueOf(scale), end);
    }

    private static boolean is(List<Token> tokens, int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).isWord(word);
    }
}
