package dev.tunewise.reading;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts that a pattern is made of. */
sealed interface Shape {

    /** Exactly this word. */
    record Word(String word) implements Shape {}

    /** Any word with this beginning. */
    record Prefix(String beginning) implements Shape {}

    /**
     * The amount that is read.
     *
     * @param as what the words around it say about its unit
     */
    record Captured(As as) implements Shape {}

    /** How an amount is taken. */
    enum As {
        /** As it says itself. */
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
    record Number(@Nullable BigDecimal least, @Nullable BigDecimal most, boolean months) implements Shape {}

    /** A name of a catalogue. */
    record Name() implements Shape {}

    /** Up to so many words of no concern. */
    record Gap(int most) implements Shape {}

    /** The start of a clause. */
    record Start() implements Shape {}

    /** The end of a clause. */
    record End() implements Shape {}

    /** One after the other. */
    record Sequence(List<Shape> parts) implements Shape {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** One of several. */
    record Either(List<Shape> options) implements Shape {
        public Either {
            options = List.copyOf(options);
        }
    }

    /** It or nothing. */
    record Maybe(Shape part) implements Shape {}
}
