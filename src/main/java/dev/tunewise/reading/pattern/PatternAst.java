package dev.tunewise.reading.pattern;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts that a pattern is made of. */
public sealed interface PatternAst {

    record Word(String word) implements PatternAst {}

    /** Any word with this beginning. */
    record Prefix(String beginning) implements PatternAst {}

    /** The amount that is read. `as`: what the words around it say about its unit. */
    record Captured(As as) implements PatternAst {}

    enum As {
        SAID,
        /** An amount of money for one thing. */
        EACH,
        /** An amount of money for a thousand things. */
        THOUSAND,
        /** In the fact's unit although it may not say so. */
        BARE,
        /** A share that is not the fact's, whose rest to 100 % is: "12 % are wrong" says 88 % are right. */
        REST
    }

    /** Some other number, within bounds where they are given; a stretch of time in months where `months` says so. */
    record Number(@Nullable BigDecimal least, @Nullable BigDecimal most, boolean months) implements PatternAst {
        static Number of(String key) throws PatternParser.Wrong {
            String inside = key.substring(1, key.length() - 1);
            boolean months = inside.endsWith("mo");
            String bounds = months ? inside.substring(0, inside.length() - 2) : inside;
            int dots = bounds.indexOf("..");
            String least = bounds.substring(0, dots).strip();
            String most = bounds.substring(dots + 2).strip();
            try {
                return new Number(
                        least.isEmpty() ? null : new BigDecimal(least),
                        most.isEmpty() ? null : new BigDecimal(most),
                        months);
            } catch (NumberFormatException _) {
                throw new PatternParser.Wrong("numbers are written `<n>`, `<3..8>` or `<6..mo>`, found `" + key + "`");
            }
        }
    }

    /** A name of a catalogue; where words are given, one that begins with any of them. */
    record Name(List<String> words) implements PatternAst {
        static Name of(String key) {
            String words = key.substring("<name ".length(), key.length() - 1);
            return new Name(List.of(words.strip().split("\\s*\\|\\s*")));
        }

        boolean takes(String word) {
            return words.isEmpty() || words.contains(word);
        }
    }

    /** Up to so many words of no concern. */
    record Gap(int most) implements PatternAst {}

    record Start() implements PatternAst {}

    record End() implements PatternAst {}

    record Sequence(List<PatternAst> parts) implements PatternAst {}

    record Either(List<PatternAst> options) implements PatternAst {}

    /** It or nothing. */
    record Maybe(PatternAst part) implements PatternAst {}
}
