package dev.tunewise.reading.pattern;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
 *   <li>`&lt;name>`: a name of a catalogue, `&lt;name gpt|claude>`: one that begins so
 *   <li>`..`: up to three words, `...`: up to six, never across a comma, a full stop, a negation or "but"
 *   <li>`^` and `$`: the start and the end of a clause
 *   <li>`&lt;have>`: any pattern of the list under the key `&lt;have>`
 * </ul>
 *
 * In front of a pattern, flags with a plus: `+not` keeps other patterns of the fact from reading these words, `+open` counts only while the
 * fact is the open question, `+plan` reads wishes ("we want ...") as well, `+will` also
 * what is yet to come, `+past` what was before, `+any` whatever words stand beside it, `+ask` asks back instead of reading, `+asked` reads
 * what is asked or supposed as well, `+question` only what is asked, supposed or wished.
 */
public final class PatternParser {
    private static final int SHORT_GAP = 3;
    private static final int LONG_GAP = 6;
    private static final int DEEPEST = 12;

    private final String text;
    private final PatternLists lists;
    private final int depth;
    private int at;

    private PatternParser(String text, PatternLists lists, int depth) {
        this.text = text;
        this.lists = lists;
        this.depth = depth;
    }

    /** What stands in front of a pattern. */
    public enum Flag {
        NOT,
        OPEN,
        PLAN,
        WILL,
        PAST,
        ASK,
        ASKED,
        QUESTION,
        ANY,
        BESIDE,
        MAYBE,
        ALSO
    }

    /** A pattern taken apart into its flags and its parts. */
    public record Parsed(Set<Flag> flags, PatternAst shape) {}

    public static final class Wrong extends Exception {
        public Wrong(String message) {
            super(message, null, false, false);
        }
    }

    static Parsed parse(String text, PatternLists lists) throws Wrong {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        String rest = text.strip();
        for (Optional<Flag> flag = flag(rest); flag.isPresent(); flag = flag(rest)) {
            flags.add(flag.get());
            rest = rest.substring(rest.indexOf(' ')).strip();
        }
        PatternAst shape = whole(rest, lists, 0);
        if (PatternIndex.isEverywhere(shape)) {
            throw new Wrong("it can begin with a gap or match nothing at all");
        }
        return new Parsed(flags, shape);
    }

    private static Optional<Flag> flag(String text) {
        return Stream.of(Flag.values())
                .filter(flag -> text.startsWith("+" + flag.name().toLowerCase(Locale.ROOT) + " "))
                .findFirst();
    }

    private static PatternAst whole(String text, PatternLists lists, int depth) throws Wrong {
        if (depth > DEEPEST) {
            throw new Wrong("lists refer to each other in a circle");
        }
        PatternParser parser = new PatternParser(text, lists, depth);
        PatternAst shape = parser.sequence();
        if (parser.at < text.length()) {
            throw new Wrong("`" + text.charAt(parser.at) + "` at place " + (parser.at + 1) + " closes nothing");
        }
        return shape;
    }

    private PatternAst sequence() throws Wrong {
        List<PatternAst> parts = new ArrayList<>();
        while (true) {
            skipSpaces();
            if (at >= text.length() || text.charAt(at) == '|' || text.charAt(at) == ')') {
                break;
            }
            PatternAst part = part();
            if (at < text.length() && text.charAt(at) == '?') {
                at++;
                part = new PatternAst.Maybe(part);
            } else if (at < text.length() && text.charAt(at) == '*') {
                at++;
                part = new PatternAst.Maybe(new PatternAst.Sequence(List.of(
                        part,
                        new PatternAst.Maybe(new PatternAst.Sequence(List.of(part, new PatternAst.Maybe(part)))))));
            }
            if (part instanceof PatternAst.Sequence(List<PatternAst> inner)) {
                parts.addAll(inner);
            } else {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            throw new Wrong("an empty pattern or option");
        }
        return parts.size() == 1 ? parts.getFirst() : new PatternAst.Sequence(parts);
    }

    private void skipSpaces() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '-' || text.charAt(at) == '/')) {
            at++;
        }
    }

    private PatternAst part() throws Wrong {
        char c = text.charAt(at);
        return switch (c) {
            case '(' -> group();
            case '<' -> angle();
            case '^' -> single(new PatternAst.Start());
            case '$' -> single(new PatternAst.End());
            case '→' -> single(new PatternAst.Word("→"));
            case '.' -> gap();
            default -> word();
        };
    }

    private PatternAst single(PatternAst shape) {
        at++;
        return shape;
    }

    private PatternAst gap() throws Wrong {
        int start = at;
        while (at < text.length() && text.charAt(at) == '.') {
            at++;
        }
        return switch (at - start) {
            case 2 -> new PatternAst.Gap(SHORT_GAP);
            case 3 -> new PatternAst.Gap(LONG_GAP);
            default -> throw new Wrong("a gap is written `..` or `...`, found `" + text.substring(start, at) + "`");
        };
    }

    private PatternAst group() throws Wrong {
        at++;
        List<PatternAst> options = new ArrayList<>();
        options.add(sequence());
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            options.add(sequence());
        }
        if (at >= text.length() || text.charAt(at) != ')') {
            throw new Wrong("a `(` without its `)`");
        }
        at++;
        return options.size() == 1 ? options.getFirst() : PatternAst.Either.of(options);
    }

    private PatternAst angle() throws Wrong {
        int end = text.indexOf('>', at);
        if (end < 0) {
            throw new Wrong("a `<` without its `>`");
        }
        String key = text.substring(at, end + 1);
        at = end + 1;
        return switch (key) {
            case "<amount>" -> new PatternAst.Captured(PatternAst.As.SAID);
            case "<each>" -> new PatternAst.Captured(PatternAst.As.EACH);
            case "<thousand>" -> new PatternAst.Captured(PatternAst.As.THOUSAND);
            case "<bare>" -> new PatternAst.Captured(PatternAst.As.BARE);
            case "<rest>" -> new PatternAst.Captured(PatternAst.As.REST);
            case "<name>" -> new PatternAst.Name(List.of());
            case "<count>" -> new PatternAst.Count();
            case "<n>" -> new PatternAst.Number(null, null, false);
            default ->
                key.startsWith("<name ")
                        ? PatternAst.Name.of(key)
                        : key.contains("..") ? PatternAst.Number.of(key) : list(key);
        };
    }

    private PatternAst list(String key) throws Wrong {
        return lists.list(key, patterns -> {
            List<PatternAst> options = new ArrayList<>();
            for (String pattern : patterns) {
                options.add(whole(pattern.strip(), lists, depth + 1));
            }
            if (options.isEmpty()) {
                throw new Wrong("the list `" + key + "` is empty");
            }
            return PatternAst.Either.of(options);
        });
    }

    private PatternAst word() throws Wrong {
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
            return new PatternAst.Prefix(said.toLowerCase(Locale.ROOT));
        }
        return lists.word(said);
    }
}
