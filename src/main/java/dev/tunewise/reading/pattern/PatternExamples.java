package dev.tunewise.reading.pattern;

import dev.tunewise.flow.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes out some of the texts that a pattern matches, the shortest ones. */
public final class PatternExamples {
    private static final int MOST = 24;

    public static List<String> of(Lexicon.Entry entry) {
        return texts(entry.shape(), entry.meaning().fact().unit()).stream()
                .map(String::strip)
                .distinct()
                .toList();
    }

    private static List<String> texts(PatternAst shape, @Nullable Unit unit) {
        return switch (shape) {
            case PatternAst.Word(String word) -> List.of(word);
            case PatternAst.Prefix(String beginning) -> List.of(beginning);
            case PatternAst.Captured(PatternAst.As as) -> List.of(amount(unit, as != PatternAst.As.SAID));
            case PatternAst.Number(var least, var most, boolean months) -> {
                var number = least != null ? least : most != null ? most : BigDecimal.TEN;
                yield List.of(number.toPlainString() + (months ? " months" : ""));
            }
            case PatternAst.Count _ -> List.of("10");
            case PatternAst.Name _ -> List.of();
            case PatternAst.Gap _, PatternAst.Start _, PatternAst.End _, PatternAst.Maybe _ -> List.of("");
            case PatternAst.Either either -> {
                List<String> all = new ArrayList<>();
                either.options().forEach(option -> all.addAll(texts(option, unit)));
                yield all.subList(0, Math.min(MOST, all.size()));
            }
            case PatternAst.Sequence(List<PatternAst> parts) -> sequence(parts, unit);
        };
    }

    private static List<String> sequence(List<PatternAst> parts, @Nullable Unit unit) {
        List<String> all = List.of("");
        for (PatternAst part : parts) {
            List<String> more = new ArrayList<>();
            for (String text : texts(part, unit)) {
                for (String before : all) {
                    if (more.size() < MOST) {
                        more.add((before + " " + text).strip());
                    }
                }
            }
            all = more;
        }
        return all;
    }

    private static String amount(@Nullable Unit unit, boolean each) {
        if (unit == null) {
            return "120";
        }
        return switch (unit.kind()) {
            case COUNT -> "120";
            case PER_DAY -> "120 a day";
            case PERCENT -> "55 %";
            case MONEY -> "3 dollars";
            case MONEY_PER_THOUSAND -> each ? "3 dollars" : "3 dollars per 1000";
            case MONTHS -> "9 months";
        };
    }
}
