package dev.tunewise.conversation.understanding;

import dev.tunewise.diagnostics.BundledProperties;
import dev.tunewise.flow.Texts;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a supposition changes in relation to what is known ("what if volume doubles?"), or takes away ("what if labels cost nothing?"). What
 * people call a fact is in the texts of the flow, how they say that it grows is beside this class.
 */
public final class RelativeChange {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String THINGS = "spoken.things.";
    private static final String FREE = "spoken.free.";
    private static final Properties WORDS =
            BundledProperties.read(RelativeChange.class, "relative-changes_en.properties");

    /** Values by fact or cost parameter, written; a fact of which nothing is known has no value in relation to it. */
    public static Map<String, String> in(String text, Answers answers, Texts flow) {
        Map<String, String> changes = new LinkedHashMap<>();
        flow.entries().forEach((key, words) -> {
            if (key.startsWith(THINGS)) {
                String id = key.substring(THINGS.length());
                String thing = "(?:" + words + ")";
                factor(text, thing)
                        .flatMap(factor -> known(answers, id).map(value -> value.multiply(factor)))
                        .ifPresent(value -> changes.put(
                                id, value.round(MathContext.DECIMAL32).toPlainString()));
            } else if (key.startsWith(FREE)
                    && find(WORDS.getProperty("nothing"), words, text).isPresent()) {
                changes.put(key.substring(FREE.length()), "0");
            }
        });
        return changes;
    }

    private static Optional<BigDecimal> known(Answers answers, String fact) {
        return answers.get(fact)
                .filter(given -> !given.assumed())
                .map(SourcedAnswer::value)
                .filter(Value.Quantity.class::isInstance)
                .map(value -> ((Value.Quantity) value).value());
    }

    private static Optional<BigDecimal> factor(String text, String thing) {
        for (String word : WORDS.stringPropertyNames()) {
            if (word.startsWith("factor.")) {
                Optional<Matcher> found = find(WORDS.getProperty(word), thing, text);
                if (found.isPresent()) {
                    return Optional.of(new BigDecimal(word.substring("factor.".length())));
                }
            }
        }
        Optional<BigDecimal> times =
                find(WORDS.getProperty("times"), thing, text).map(RelativeChange::number);
        Optional<BigDecimal> more = find(WORDS.getProperty("more"), thing, text)
                .map(found -> BigDecimal.ONE.add(number(found).divide(HUNDRED)));
        Optional<BigDecimal> less = find(WORDS.getProperty("less"), thing, text)
                .map(found -> BigDecimal.ONE.subtract(number(found).divide(HUNDRED)))
                .filter(left -> left.signum() >= 0);
        return times.or(() -> more).or(() -> less);
    }

    private static BigDecimal number(Matcher found) {
        String written = found.group("n") == null ? found.group("m") : found.group("n");
        return new BigDecimal(written);
    }

    private static Optional<Matcher> find(String pattern, String thing, String text) {
        Matcher found = Pattern.compile(pattern.replace("THING", "(?:" + thing + ")"), Pattern.CASE_INSENSITIVE)
                .matcher(text);
        return found.find() ? Optional.of(found) : Optional.empty();
    }
}
