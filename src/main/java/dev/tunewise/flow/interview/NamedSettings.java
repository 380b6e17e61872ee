package dev.tunewise.flow.interview;

import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.anchor.AnchoredPattern;
import dev.tunewise.flow.anchor.TextGrams;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads settings as configuration files and command lines write them: `lora_alpha=16`, `lr 2e-4`, `"num_train_epochs": 3`. What is given twice
 * with different values is left alone.
 *
 * @param settings what to look for
 */
public record NamedSettings(List<Guidance.Setting> settings) {
    /** Characters that are looked at. */
    private static final int MOST = 8_000;

    /** A comma parts thousands: in `8,16` it parts values, and `0,1` may be either. */
    private static final String NUMBER = "\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+";

    /** Units of things that other people measure: words, degrees and lengths of time are no settings. */
    private static final String OTHER_UNIT =
            "words?|characters?|chars?|letters|sentences|pages|degrees|°|seconds?|minutes|hours";

    /** A name, what joins it to its value, and the value; a second value right behind it means a range or a choice. */
    private static final String VALUE =
            "[\"'`*]{0,3}(?:\\s*[=:~]\\s*|\\s+(?:of|is|was|to|at|about|set to|=)\\s+|\\s+)[\"'`*]{0,3}"
                    + "(?<number>" + NUMBER + ")(?<power>e[-+]?\\d{1,2})?(?<thousand>k)?(?![\\w%]|[.,]\\d)"
                    + "(?!\\s*(?:" + OTHER_UNIT + "))"
                    + "(?!\\s*(?:/|-|–|->|→|\\bor\\b|\\bto\\b|\\bvs\\b|\\bthen\\b)\\s*\\.?\\d)"
                    + "(?!\\s*,?\\s*(?:also|and|or|then|,)?\\s*(?:" + NUMBER + ")e[-+]?\\d)";

    /** A value that was read. */
    public record Read(String fact, BigDecimal value, String quote) {}

    /** A name, made executable. */
    public static Pattern name(String name) {
        return Pattern.compile("(?<![\\w.])(?:--)?(?:" + name + ")" + VALUE, Pattern.CASE_INSENSITIVE);
    }

    /** A unit that stands behind its value, made executable: "3 epochs". */
    public static Pattern unit(String name) {
        return Pattern.compile(
                "(?<![\\w.,-])(?<![-–/] )(?<!\\d (?:to|or) )(?<number>" + NUMBER + ")(?<power>)(?<thousand>k)?\\s?(?:"
                        + name + ")(?!\\w)",
                Pattern.CASE_INSENSITIVE);
    }

    /** What a text sets. */
    public List<Read> in(String text) {
        String whole = text.length() > MOST ? text.substring(0, MOST) : text;
        if (whole.chars().noneMatch(Character::isDigit)) {
            return List.of();
        }
        TextGrams grams = new TextGrams(whole.toLowerCase(Locale.ROOT));
        String own = FigureShape.own(whole);
        Looked looked = new Looked(whole, own, ToldFigure.lines(own), grams, new IdentityHashMap<>());
        return settings.stream()
                .flatMap(setting -> read(setting, looked).stream())
                .toList();
    }

    /** `own`: without what was pasted; `figures`: its numbers, a line each; `found`: several facts may be read by one pattern, which is looked for once. */
    private record Looked(
            String whole, String own, String figures, TextGrams grams, Map<AnchoredPattern, List<MatchResult>> found) {
        private List<MatchResult> find(AnchoredPattern name, boolean ownWords) {
            return found.computeIfAbsent(
                    name,
                    one -> one.pattern()
                            .matcher(ToldFigure.isSought(one) ? figures : ownWords ? own : whole)
                            .results()
                            .toList());
        }
    }

    private static Optional<Read> read(Guidance.Setting setting, Looked text) {
        List<Read> whole = all(setting.fact(), setting.names(), text);
        if (setting.sum()) {
            return whole.stream()
                    .reduce((one, more) ->
                            new Read(one.fact(), one.value().add(more.value()), one.quote() + " … " + more.quote()));
        }
        if (!whole.isEmpty()) {
            return setting.most() ? whole.stream().max(Comparator.comparing(Read::value)) : only(whole);
        }
        return only(all(setting.fact(), setting.each(), text)).map(each -> {
            Optional<Read> times = only(all(setting.fact(), setting.times(), text));
            return times.map(factor -> new Read(
                            setting.fact(),
                            each.value().multiply(factor.value()),
                            each.quote() + " … " + factor.quote()))
                    .orElse(each);
        });
    }

    private static Optional<Read> only(List<Read> found) {
        boolean one = found.stream()
                        .map(read -> read.value().stripTrailingZeros())
                        .distinct()
                        .count()
                == 1;
        return one ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static List<Read> all(String fact, List<AnchoredPattern> names, Looked text) {
        List<Read> found = new ArrayList<>();
        for (AnchoredPattern name : names) {
            if (!ToldFigure.isSought(name) && !name.mayMatch(text.grams())) {
                continue;
            }
            Optional<String> role = FigureShape.role(name, fact);
            for (MatchResult match : text.find(name, role.isPresent())) {
                if (role.isPresent() && match.group(role.get()) == null) {
                    continue;
                }
                BigDecimal value =
                        role.map(figure -> FigureShape.value(match, figure)).orElseGet(() -> value(match));
                found.add(new Read(fact, value, match.group()));
            }
        }
        return found;
    }

    private static BigDecimal value(MatchResult match) {
        String power = Objects.requireNonNullElse(match.group("power"), "");
        BigDecimal value =
                new BigDecimal(match.group("number").replaceAll(",+$", "").replace(",", "") + power);
        return match.group("thousand") == null ? value : value.scaleByPowerOfTen(3);
    }

    /** Answers with what a text sets, whatever stood there before. */
    public Answers added(Answers answers, String text) {
        Answers more = answers;
        for (Read read : in(text)) {
            more = more.with(
                    read.fact(),
                    new SourcedAnswer(
                            Value.Quantity.of(read.value()),
                            false,
                            new SourcedAnswer.Origin("", Instant.EPOCH, read.quote())));
        }
        return more;
    }
}
