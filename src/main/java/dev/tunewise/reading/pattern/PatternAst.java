package dev.tunewise.reading.pattern;

import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.pattern.PatternMatcher.Way;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts that a pattern is made of. */
public sealed interface PatternAst {
    /** Where a match can go on behind this part, the likeliest first. */
    List<Way> after(Way way);

    /** A part that one item fills; it may pass the words of a rate, which say nothing else. */
    sealed interface Single extends PatternAst {
        boolean takes(AnnotatedToken item, Way way);

        @Override
        default List<Way> after(Way way) {
            AnnotatedToken item = way.item();
            if (item == null) {
                return List.of();
            }
            List<Way> ways =
                    !takes(item, way) ? List.of() : List.of(this instanceof Captured ? way.reading() : way.naming());
            return item.kind == AnnotatedToken.Kind.RATE ? Way.joined(after(way.passing()), ways) : ways;
        }
    }

    record Word(String word) implements Single {
        @Override
        public boolean takes(AnnotatedToken item, Way way) {
            return item.said().equals(word);
        }
    }

    /** Any word with this beginning. */
    record Prefix(String beginning) implements Single {
        @Override
        public boolean takes(AnnotatedToken item, Way way) {
            return item.kind == AnnotatedToken.Kind.WORD && item.word.startsWith(beginning);
        }
    }

    /** The amount that is read. `as`: what the words around it say about its unit. */
    record Captured(As as) implements Single {
        @Override
        public boolean takes(AnnotatedToken item, Way way) {
            return item.amount != null && way.fits(as);
        }
    }

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
    record Number(@Nullable BigDecimal least, @Nullable BigDecimal most, boolean months) implements Single {
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

        @Override
        public boolean takes(AnnotatedToken item, Way way) {
            Amount amount = item.amount;
            if (amount == null || amount.isUnclear() || amount.kind() == Amount.Kind.OTHER) {
                return false;
            }
            return months == (amount.kind() == Amount.Kind.DURATION)
                    && (least == null || amount.value().compareTo(least) >= 0)
                    && (most == null || amount.value().compareTo(most) <= 0);
        }
    }

    /** A number of things, which is no money. */
    record Count() implements Single {
        @Override
        public boolean takes(AnnotatedToken item, Way way) {
            return item.amount != null && item.amount.kind() == Amount.Kind.COUNT;
        }
    }

    /** A name of a catalogue; where words are given, one that begins with any of them. */
    record Name(List<String> words) implements Single {
        static Name of(String key) {
            String words = key.substring("<name ".length(), key.length() - 1);
            return new Name(List.of(words.strip().split("\\s*\\|\\s*")));
        }

        @Override
        public boolean takes(AnnotatedToken item, Way way) {
            return item.name != null && (words.isEmpty() || words.contains(item.name.word()));
        }
    }

    /** Up to so many words of no concern; leaving it comes first, so the nearest continuation wins. */
    record Gap(int most) implements PatternAst {
        @Override
        public List<Way> after(Way way) {
            List<Way> ways = new ArrayList<>(List.of(way));
            for (int i = 0; i < most; i++) {
                AnnotatedToken item = ways.getLast().item();
                if (item == null || !way.crosses(item)) {
                    break;
                }
                ways.add(ways.getLast().passing());
            }
            return ways;
        }
    }

    record Start() implements PatternAst {
        @Override
        public List<Way> after(Way way) {
            return way.startsClause() ? List.of(way) : List.of();
        }
    }

    record End() implements PatternAst {
        @Override
        public List<Way> after(Way way) {
            return way.endsClause() ? List.of(way) : List.of();
        }
    }

    record Sequence(List<PatternAst> parts) implements PatternAst {
        @Override
        public List<Way> after(Way way) {
            List<Way> ways = List.of(way);
            for (int i = 0; i < parts.size() && !ways.isEmpty(); i++) {
                PatternAst part = parts.get(i);
                List<Way> next = part.after(ways.getFirst());
                for (int j = 1; j < ways.size(); j++) {
                    next = Way.joined(next, part.after(ways.get(j)));
                }
                ways = next;
            }
            return ways;
        }
    }

    /** It or nothing. */
    record Maybe(PatternAst part) implements PatternAst {
        @Override
        public List<Way> after(Way way) {
            return Way.joined(part.after(way), List.of(way));
        }
    }

    /**
     * One of several. So that long lists of words cost no more than short ones, what may follow a word that options begin with stands under it.
     *
     * @param others options that begin with no word
     */
    record Either(List<PatternAst> options, Map<String, PatternAst> byWord, List<PatternAst> others)
            implements PatternAst {
        private static final PatternAst NOTHING = new Sequence(List.of());

        static Either of(List<PatternAst> options) {
            Map<String, List<PatternAst>> rests = new HashMap<>();
            List<PatternAst> others = new ArrayList<>();
            options.stream().flatMap(Either::flat).forEach(option -> {
                if (option instanceof Word(String word)) {
                    rests.computeIfAbsent(word, _ -> new ArrayList<>()).add(NOTHING);
                } else if (option instanceof Sequence(List<PatternAst> parts)
                        && parts.getFirst() instanceof Word(String word)) {
                    rests.computeIfAbsent(word, _ -> new ArrayList<>())
                            .add(new Sequence(parts.subList(1, parts.size())));
                } else {
                    others.add(option);
                }
            });
            Map<String, PatternAst> byWord = new HashMap<>();
            rests.forEach((word, some) -> byWord.put(word, rest(some)));
            return new Either(options, byWord, others);
        }

        /** What may follow one word; longer ways come first, for they name more. */
        private static PatternAst rest(List<PatternAst> rests) {
            List<PatternAst> longer =
                    rests.stream().filter(rest -> !rest.equals(NOTHING)).toList();
            return longer.isEmpty() ? NOTHING : longer.size() < rests.size() ? new Maybe(of(longer)) : of(longer);
        }

        private static Stream<PatternAst> flat(PatternAst option) {
            return switch (option) {
                case Either inner -> inner.options.stream().flatMap(Either::flat);
                case Sequence(List<PatternAst> parts) when parts.size() == 1 -> flat(parts.getFirst());
                default -> Stream.of(option);
            };
        }

        @Override
        public List<Way> after(Way way) {
            List<Way> ways = word(way);
            for (int i = 0; i < others.size(); i++) {
                ways = Way.joined(ways, others.get(i).after(way));
            }
            return ways;
        }

        private List<Way> word(Way way) {
            AnnotatedToken item = way.item();
            if (item == null) {
                return List.of();
            }
            PatternAst rest = byWord.get(item.said());
            List<Way> ways = rest == null ? List.of() : rest.after(way.naming());
            return item.kind == AnnotatedToken.Kind.RATE ? Way.joined(word(way.passing()), ways) : ways;
        }
    }
}
