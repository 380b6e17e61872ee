package dev.tunewise.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the pattern language in which a flow says what people type:
 *
 * <ul>
 *   <li>`labelled examples`: these words, one after the other; case, accents, hyphens and "don't" or "do not" make no difference
 *   <li>`classif*`: any word that begins so
 *   <li>`(test|held out|eval) set`: one of several; `examples?` and `(of|in)?`: may be missing
 *   <li>`(is|about)*`: any of these, up to three times over
 *   <li>`&lt;amount>`: the amount that is read, in a unit that the fact can take; `&lt;each>` and `&lt;thousand>`: an amount of money
 *       for one thing or a thousand; `&lt;bare>`: a number that is in the fact's unit without saying so; `&lt;rest>`: a share whose rest to
 *       100 % is read; `&lt;n>`: another number; `&lt;3..8>`: a number from 3 to 8; `&lt;6..mo>`: a stretch of time of 6 months or more
 *   <li>`&lt;name>`: a name of a catalogue
 *   <li>`..`: up to three words, `...`: up to six, never across a comma, a full stop, a negation or "but"
 *   <li>`^` and `$`: the start and the end of a clause
 *   <li>`&lt;have>`: any pattern of the list under the key `&lt;have>`
 * </ul>
 *
 * In front of a pattern, flags with a plus: `+not` keeps other patterns of the fact from reading these words, `+open` counts only while the
 * fact is the open question, `+plan` reads wishes ("we want ...") as well, `+will` also
 * what is yet to come, `+past` what was before, `+ask` asks back instead of reading.
 */
final class PatternText {
    private static final int SHORT_GAP = 3;
    private static final int LONG_GAP = 6;
    private static final int DEEPEST = 12;

    private final String text;
    private final Map<String, List<String>> lists;
    private final int depth;
    private int at;

    private PatternText(String text, Map<String, List<String>> lists, int depth) {
        this.text = text;
        this.lists = lists;
        this.depth = depth;
    }

    /** What stands in front of a pattern. */
    enum Flag {
        NOT,
        OPEN,
        PLAN,
        WILL,
        PAST,
        ASK
    }

    /**
     * A pattern taken apart.
     *
     * @param flags its flags
     * @param shape its parts
     */
    record Parsed(Set<Flag> flags, Shape shape) {}

    /** A pattern that cannot be read. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message, null, false, false);
        }
    }

    static Parsed parse(String text, Map<String, List<String>> lists) throws Wrong {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        String rest = text.strip();
        boolean more = true;
        while (more) {
            more = false;
            for (Flag flag : Flag.values()) {
                String word = "+" + flag.name().toLowerCase(java.util.Locale.ROOT) + " ";
                if (rest.startsWith(word)) {
                    flags.add(flag);
                    rest = rest.substring(word.length()).strip();
                    more = true;
                }
            }
        }
        return new Parsed(flags, whole(rest, lists, 0));
    }

    private static Shape whole(String text, Map<String, List<String>> lists, int depth) throws Wrong {
        if (depth > DEEPEST) {
            throw new Wrong("lists refer to each other in a circle");
        }
        PatternText parser = new PatternText(text, lists, depth);
        Shape shape = parser.sequence();
        if (parser.at < text.length()) {
            throw new Wrong("`" + text.charAt(parser.at) + "` at place " + (parser.at + 1) + " closes nothing");
        }
        return shape;
    }

    private Shape sequence() throws Wrong {
        List<Shape> parts = new ArrayList<>();
        while (true) {
            skipSpaces();
            if (at >= text.length() || text.charAt(at) == '|' || text.charAt(at) == ')') {
                break;
            }
            Shape part = part();
            if (at < text.length() && text.charAt(at) == '?') {
                at++;
                part = new Shape.Maybe(part);
            } else if (at < text.length() && text.charAt(at) == '*') {
                at++;
                part = new Shape.Maybe(new Shape.Sequence(
                        List.of(part, new Shape.Maybe(new Shape.Sequence(List.of(part, new Shape.Maybe(part)))))));
            }
            parts.add(part);
        }
        if (parts.isEmpty()) {
            throw new Wrong("an empty pattern or option");
        }
        return parts.size() == 1 ? parts.getFirst() : new Shape.Sequence(parts);
    }

    private void skipSpaces() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '-' || text.charAt(at) == '/')) {
            at++;
        }
    }

    private Shape part() throws Wrong {
        char c = text.charAt(at);
        return switch (c) {
            case '(' -> group();
            case '<' -> angle();
            case '^' -> single(new Shape.Start());
            case '$' -> single(new Shape.End());
            case '→' -> single(new Shape.Word("→"));
            case '.' -> gap();
            default -> word();
        };
    }

    private Shape single(Shape shape) {
        at++;
        return shape;
    }

    private Shape gap() throws Wrong {
        int start = at;
        while (at < text.length() && text.charAt(at) == '.') {
            at++;
        }
        return switch (at - start) {
            case 2 -> new Shape.Gap(SHORT_GAP);
            case 3 -> new Shape.Gap(LONG_GAP);
            default -> throw new Wrong("a gap is written `..` or `...`, found `" + text.substring(start, at) + "`");
        };
    }

    private Shape group() throws Wrong {
        at++;
        List<Shape> options = new ArrayList<>();
        options.add(sequence());
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            options.add(sequence());
        }
        if (at >= text.length() || text.charAt(at) != ')') {
            throw new Wrong("a `(` without its `)`");
        }
        at++;
        return options.size() == 1 ? options.getFirst() : new Shape.Either(options);
    }

    private Shape angle() throws Wrong {
        int end = text.indexOf('>', at);
        if (end < 0) {
            throw new Wrong("a `<` without its `>`");
        }
        String key = text.substring(at, end + 1);
        at = end + 1;
        return switch (key) {
            case "<amount>" -> new Shape.Captured(Shape.As.SAID);
            case "<each>" -> new Shape.Captured(Shape.As.EACH);
            case "<thousand>" -> new Shape.Captured(Shape.As.THOUSAND);
            case "<bare>" -> new Shape.Captured(Shape.As.BARE);
            case "<rest>" -> new Shape.Captured(Shape.As.REST);
            case "<name>" -> new Shape.Name();
            case "<n>" -> new Shape.Number(null, null, false);
            default -> key.contains("..") ? number(key) : list(key);
        };
    }

    private Shape list(String key) throws Wrong {
        List<String> patterns = lists.get(key);
        if (patterns == null) {
            throw new Wrong("no list `" + key + "`");
        }
        List<Shape> options = new ArrayList<>();
        for (String pattern : patterns) {
            options.add(whole(pattern.strip(), lists, depth + 1));
        }
        if (options.isEmpty()) {
            throw new Wrong("the list `" + key + "` is empty");
        }
        return new Shape.Either(options);
    }

    private static Shape number(String key) throws Wrong {
        String inside = key.substring(1, key.length() - 1);
        boolean months = inside.endsWith("mo");
        String bounds = months ? inside.substring(0, inside.length() - 2) : inside;
        int dots = bounds.indexOf("..");
        String least = bounds.substring(0, dots).strip();
        String most = bounds.substring(dots + 2).strip();
        try {
            return new Shape.Number(
                    least.isEmpty() ? null : new BigDecimal(least),
                    most.isEmpty() ? null : new BigDecimal(most),
                    months);
        } catch (NumberFormatException _) {
            throw new Wrong("numbers are written `<n>`, `<3..8>` or `<6..mo>`, found `" + key + "`");
        }
    }

    private Shape word() throws Wrong {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '\'')) {
            at++;
        }
        if (start == at) {
            throw new Wrong("`" + text.charAt(at) + "` means nothing here");
        }
        String said = text.substring(start, at);
        if (at < text.length() && text.charAt(at) == '*') {
            at++;
            return new Shape.Prefix(said.toLowerCase(java.util.Locale.ROOT));
        }
        List<Token> tokens = Tokens.of(said);
        NumberReader.Number number = new NumberReader(tokens).at(0);
        if (number != null
                && number.end() == tokens.size()
                && number.isClear()
                && number.suffix().isEmpty()) {
            // a message's "two" and "2" are amounts, not words
            return new Shape.Number(number.value(), number.value(), false);
        }
        List<Shape> words = new ArrayList<>();
        for (Token token : tokens) {
            words.add(new Shape.Word(token.text() + token.suffix().toLowerCase(java.util.Locale.ROOT)));
        }
        return words.size() == 1 ? words.getFirst() : new Shape.Sequence(words);
    }
}
