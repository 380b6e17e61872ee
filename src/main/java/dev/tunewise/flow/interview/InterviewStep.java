package dev.tunewise.flow.interview;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** One answer on the way of an interview. `fact`: the fact or figure. `value`: its raw value. */
public record InterviewStep(String fact, Object value) {
    /** The value as problems write it. */
    public String shown() {
        return fact + " = " + text(value);
    }

    /** A raw value as problems write it. */
    public static String text(Object value) {
        return switch (value) {
            case Double number when number.isInfinite() -> number > 0 ? "∞" : "-∞";
            case Double number ->
                BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            case Boolean yes -> yes ? "yes" : "no";
            case List<?> list ->
                list.isEmpty() ? "none" : list.stream().map(String::valueOf).collect(Collectors.joining(" + "));
            default -> value.toString();
        };
    }

    /** A way as problems write it. */
    public static String text(List<InterviewStep> way) {
        return way.isEmpty()
                ? "nothing"
                : way.stream().map(InterviewStep::shown).collect(Collectors.joining(", "));
    }
}
