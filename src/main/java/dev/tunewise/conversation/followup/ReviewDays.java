package dev.tunewise.conversation.followup;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the day of a review: `in March`, `in 3 months`, `on 1 March 2027`, `2027-03-01`, `next quarter`, `in Q2`. */
final class ReviewDays {
    private static final String MONTH =
            "(january|february|march|april|may|june|july|august|september|october|november|december)";
    private static final String YEAR = "(?:,? (20\\d\\d))?";
    private static final Pattern ISO = Pattern.compile("(?:on |by )?(20\\d\\d)-(\\d\\d)-(\\d\\d)");
    private static final Pattern IN_MONTH = Pattern.compile("(?:in|by|next) " + MONTH + YEAR);
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?:on |by )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + YEAR);
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?:on |by )?" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?" + YEAR);
    private static final Pattern AHEAD =
            Pattern.compile("in (\\d{1,3}|an?|one|two|three|four|six|twelve) (day|week|month|quarter|year)s?");
    private static final Pattern NEXT = Pattern.compile("(?:next) (week|month|quarter|year)");
    private static final Pattern QUARTER = Pattern.compile("(?:in|by) q([1-4])(?: (20\\d\\d))?");
    private static final Map<String, Integer> WORDS =
            Map.of("a", 1, "an", 1, "one", 1, "two", 2, "three", 3, "four", 4, "six", 6, "twelve", 12);

    /**
     * The day that is meant.
     *
     * @param typed in lower case
     * @return empty where no day is meant or several could be: the month that it is now, for one
     */
    static Optional<LocalDate> read(String typed, LocalDate today) {
        try {
            return day(typed.strip(), today);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String typed, LocalDate today) {
        if (typed.equals("tomorrow")) {
            return Optional.of(today.plusDays(1));
        }
        return match(ISO, typed)
                .map(found -> LocalDate.of(number(found, 1), number(found, 2), number(found, 3)))
                .or(() -> match(DAY_FIRST, typed)
                        .map(found -> dated(today, month(found.group(2)), number(found, 1), found.group(3))))
                .or(() -> match(MONTH_FIRST, typed)
                        .map(found -> dated(today, month(found.group(1)), number(found, 2), found.group(3))))
                .or(() -> match(IN_MONTH, typed)
                        .filter(found -> found.group(2) != null || month(found.group(1)) != today.getMonth())
                        .map(found -> dated(today, month(found.group(1)), 1, found.group(2))))
                .or(() -> match(QUARTER, typed)
                        .filter(found -> found.group(2) != null || number(found, 1) != quarter(today))
                        .map(found -> dated(today, Month.of(number(found, 1) * 3 - 2), 1, found.group(2))))
                .or(() -> match(AHEAD, typed).map(found -> today.plus(ahead(found))))
                .or(() -> match(NEXT, typed).map(found -> next(found.group(1), today)));
    }

    private static Optional<MatchResult> match(Pattern pattern, String typed) {
        Matcher matcher = pattern.matcher(typed);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Month month(String name) {
        return Month.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Without a year the next such day. */
    private static LocalDate dated(LocalDate today, Month month, int day, @Nullable String year) {
        if (year != null) {
            return LocalDate.of(Integer.parseInt(year), month, day);
        }
        LocalDate soon = LocalDate.of(today.getYear(), month, day);
        return soon.isAfter(today) ? soon : LocalDate.of(today.getYear() + 1, month, day);
    }

    private static int quarter(LocalDate day) {
        return (day.getMonthValue() + 2) / 3;
    }

    private static Period ahead(MatchResult found) {
        int count = WORDS.containsKey(found.group(1)) ? WORDS.get(found.group(1)) : number(found, 1);
        return switch (found.group(2)) {
            case "day" -> Period.ofDays(count);
            case "week" -> Period.ofWeeks(count);
            case "month" -> Period.ofMonths(count);
            case "quarter" -> Period.ofMonths(3 * count);
            default -> Period.ofYears(count);
        };
    }

    private static LocalDate next(String unit, LocalDate today) {
        return switch (unit) {
            case "week" -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case "month" -> today.with(TemporalAdjusters.firstDayOfNextMonth());
            case "quarter" ->
                today.with(TemporalAdjusters.firstDayOfMonth()).plusMonths(4 - ((today.getMonthValue() - 1) % 3 + 1));
            default -> today.with(TemporalAdjusters.firstDayOfNextYear());
        };
    }
}
