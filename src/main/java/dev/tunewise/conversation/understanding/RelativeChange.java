package dev.tunewise.conversation.understanding;

import dev.tunewise.diagnostics.BundledProperties;
import dev.tunewise.flow.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a supposition changes in relation to what is known ("what if volume doubles?"), or takes away ("what if labels cost nothing?"). What
 * people call a fact is in the texts of the flow, how they say that it grows is beside this class.
 */
public final class RelativeChange {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String THINGS = "spoken.things.";
    private static final String FREE = "spoken.free.";
    /** What is missing to the whole of a share: errors to quality. */
    private static final String REST = "spoken.rest.";
    /** What grows with a part of it. */
    private static final String WHOLE = "spoken.whole.";

    private static final Properties WORDS =
            BundledProperties.read(RelativeChange.class, "relative-changes_en.properties");

    /**
     * What a text supposes.
     *
     * @param values by fact or cost parameter, written
     * @param unknown facts that are to grow or shrink though nobody knows them
     * @param quotes the words that say it
     */
    public record Supposed(Map<String, String> values, List<String> unknown, List<String> quotes) {
        /** Whether words are among those, so that they mean nothing else. */
        public boolean takes(String words) {
            return quotes.stream().anyMatch(quote -> quote.contains(words) || words.contains(quote));
        }
    }

    private record Change(BigDecimal factor, String quote) {}

    /** Whether a text is no more than the question what it is without something that costs. */
    public static boolean leavesOut(String text, Texts flow) {
        return flow.entries().entrySet().stream()
                .anyMatch(each -> each.getKey().startsWith(FREE)
                        && find(WORDS.getProperty("without"), each.getValue(), text)
                                .isPresent());
    }

    /** `known`: present values by fact or cost parameter. */
    public static Supposed in(String text, Texts flow, Function<String, Optional<BigDecimal>> known) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        List<String> quotes = new ArrayList<>();
        flow.entries().forEach((key, words) -> {
            if (key.startsWith(THINGS) || key.startsWith(REST)) {
                String id = key.substring(key.indexOf('.', "spoken.".length()) + 1);
                change(text, words).ifPresent(change -> {
                    quotes.add(change.quote());
                    known.apply(id)
                            .map(value -> key.startsWith(REST)
                                    ? HUNDRED.subtract(HUNDRED.subtract(value).multiply(change.factor()))
                                    : value.multiply(change.factor()))
                            .map(value -> value.round(MathContext.DECIMAL32))
                            .ifPresentOrElse(value -> values.put(id, value.toPlainString()), () -> unknown.add(id));
                });
            } else if (key.startsWith(FREE)
                    && Stream.of("nothing", "without")
                            .anyMatch(way ->
                                    find(WORDS.getProperty(way), words, text).isPresent())) {
                values.put(key.substring(FREE.length()), "0");
            }
        });
        grow(values, flow, known);
        return new Supposed(values, unknown, quotes);
    }

    /** A whole is as much longer or shorter as its part. */
    private static void grow(Map<String, String> values, Texts flow, Function<String, Optional<BigDecimal>> known) {
        List.copyOf(values.keySet())
                .forEach(part -> flow.find(WHOLE + part)
                        .ifPresent(whole -> known.apply(whole)
                                .map(before -> before.add(new BigDecimal(values.get(part)))
                                        .subtract(known.apply(part).orElseThrow()))
                                .ifPresent(after -> values.putIfAbsent(whole, after.toPlainString()))));
    }

    private static Optional<Change> change(String text, String thing) {
        for (String word : WORDS.stringPropertyNames()) {
            boolean free = word.equals("nothing") || word.equals("without");
            Optional<Matcher> found = free ? Optional.empty() : find(WORDS.getProperty(word), thing, text);
            if (found.isPresent()) {
                BigDecimal factor = switch (word) {
                    case "times" -> number(found.get());
                    case "more" -> BigDecimal.ONE.add(number(found.get()).divide(HUNDRED));
                    case "less" -> BigDecimal.ONE.subtract(number(found.get()).divide(HUNDRED));
                    default -> new BigDecimal(word.substring("factor.".length()));
                };
                return Optional.of(new Change(factor, found.get().group())).filter(_ -> factor.signum() >= 0);
            }
        }
        return Optional.empty();
    }

    private static BigDecimal number(Matcher found) {
        return found.namedGroups().keySet().stream()
                .map(found::group)
                .filter(Objects::nonNull)
                .map(BigDecimal::new)
                .findFirst()
                .orElse(BigDecimal.ONE);
    }

    private static Optional<Matcher> find(String pattern, String thing, String text) {
        Matcher found = Pattern.compile(pattern.replace("THING", "(?:" + thing + ")"), Pattern.CASE_INSENSITIVE)
                .matcher(text);
        return found.find() ? Optional.of(found) : Optional.empty();
    }
}
