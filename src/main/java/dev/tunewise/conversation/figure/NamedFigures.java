package dev.tunewise.conversation.figure;

import dev.tunewise.advice.result.CostComparison.Line;
import dev.tunewise.advice.result.CostComparison.Option;
import dev.tunewise.advice.result.LadderStep;
import dev.tunewise.conversation.wording.Messages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rows and lines cost that a question names; nothing where it names none. */
record NamedFigures(Messages wording, OptionWording rows, List<Option> options, List<LadderStep> ladder) {
    private static final Pattern BETWEEN = FigureQuestion.words("between-options");
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
    private static final Pattern ERRORS = Pattern.compile("(?i)error|mistake");
    /** Letters by which a word of a question is one of a line: "labels", "labelling". */
    private static final int STEM = 5;

    /** Each row that is named, with what is paid once and by the month; of two the difference. */
    List<String> options(String text) {
        List<Option> named = Arrays.stream(BETWEEN.split(text))
                .filter(part ->
                        OptionMention.withoutOption(part, ladder, options).isEmpty())
                .flatMap(part -> OptionMention.in(part, options).stream())
                .distinct()
                .toList();
        List<String> lines = new ArrayList<>(named.stream()
                .map(option -> option.priced()
                        ? wording.plain(
                                "figure-option",
                                rows.row(option),
                                OptionWording.amount(option.setup()),
                                rows.atVolumes(option.id()))
                        : wording.plain("figure-unpriced", option.name(), option.unpriced()))
                .toList());
        if (named.size() == 2 && named.stream().allMatch(Option::priced)) {
            BigDecimal more = rows.told(named.getFirst()).subtract(rows.told(named.getLast()));
            lines.add(wording.plain(
                    more.signum() < 0 ? "figure-between-less" : "figure-between-more",
                    named.getFirst().name(),
                    OptionWording.rounded(more.abs()),
                    named.getLast().name()));
        }
        return lines;
    }

    /** The lines of these rows that are named, each with its sum. */
    List<String> lines(String text, Stream<Option> told) {
        Set<String> asked = stems(ERRORS.matcher(text).replaceAll("wrong "));
        return told.distinct()
                .flatMap(option -> option.lines().stream()
                        .filter(line -> stems(line.name()).stream().anyMatch(asked::contains))
                        .map(line -> told(option, line)))
                .toList();
    }

    private String told(Option option, Line line) {
        return wording.plain(
                line.part().equals("setup") ? "figure-line-once" : "figure-line-monthly",
                option.name(),
                line.name(),
                line.amount().text(),
                line.formula().split("; ")[0]);
    }

    /** What the saving of a row against today is worth; nothing for today itself. */
    Stream<String> worth(Option option) {
        return option.id().equals(FigureAnswers.TODAY)
                ? Stream.of()
                : Stream.of(wording.plain(
                        "figure-worth",
                        option.name(),
                        option.amounts().get().saving().text(),
                        rows.cost().horizonMonths(),
                        option.amounts().get().presentValue().text(),
                        OptionWording.amount(option.setup())));
    }

    /** All rows with a price that matter to the case. */
    List<String> all() {
        return options.stream()
                .filter(option -> option.priced() && option.matters())
                .map(rows::row)
                .toList();
    }

    List<String> dearest() {
        return options.stream()
                .filter(Option::priced)
                .max(Comparator.comparing(rows::told))
                .map(option -> wording.plain("figure-dearest", rows.row(option)))
                .stream()
                .toList();
    }

    private static Set<String> stems(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found ->
                        found.group().substring(0, Math.min(STEM, found.group().length())))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
