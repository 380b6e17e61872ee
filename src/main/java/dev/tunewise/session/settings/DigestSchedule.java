package dev.tunewise.session.settings;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a digest is due, on working days only: every week on a day from Monday to Friday, or every month on its first working day.
 *
 * @param day of the week; null for every month
 * @param time of that day; where the clock leaves it out, as much later
 * @param zone whose clock counts
 */
public record DigestSchedule(@Nullable DayOfWeek day, LocalTime time, ZoneId zone) {
    private static final Pattern FORM = Pattern.compile(
            "(?:(weekly)(?:(?: on)? ([a-z]+day)s?)?|(monthly))(?: at)? ([01]?\\d|2[0-3])(?::([0-5]\\d))?(?: (\\S{1,60}))?",
            Pattern.CASE_INSENSITIVE);

    /** Reads `weekly monday 09:00 Europe/Berlin` or `monthly 9:00`; without a zone it is UTC, without a day Monday. Empty for all else. */
    public static Optional<DigestSchedule> read(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            DayOfWeek day = form.group(1) == null
                    ? null
                    : DayOfWeek.valueOf(
                            form.group(2) == null ? "MONDAY" : form.group(2).toUpperCase(Locale.ROOT));
            int minute = form.group(5) == null ? 0 : Integer.parseInt(form.group(5));
            ZoneId zone = form.group(6) == null ? ZoneOffset.UTC : zone(form.group(6));
            DigestSchedule schedule =
                    new DigestSchedule(day, LocalTime.of(Integer.parseInt(form.group(4)), minute), zone);
            return day != null && weekend(day) ? Optional.empty() : Optional.of(schedule);
        } catch (DateTimeException | IllegalArgumentException noneOfOurs) {
            return Optional.empty();
        }
    }

    /** A zone by its name, in small letters too. */
    private static ZoneId zone(String typed) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(typed::equalsIgnoreCase)
                .findFirst()
                .map(ZoneId::of)
                .orElseGet(() -> ZoneId.of(typed));
    }

    /** As {@link #read} reads it. */
    public String text() {
        String how = day == null ? "monthly" : "weekly " + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return how + " " + time + " " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
    }

    /** The latest moment at which a digest was due, this one included. */
    public Instant lastDue(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant due = at(dueOnOrBefore(today));
        return due.isAfter(now) ? at(dueBefore(today)) : due;
    }

    /** When the one before was due. */
    public Instant before(Instant due) {
        return at(dueBefore(due.atZone(zone).toLocalDate()));
    }

    private LocalDate dueOnOrBefore(LocalDate date) {
        if (day != null) {
            return date.with(TemporalAdjusters.previousOrSame(day));
        }
        LocalDate first = firstWorkingDay(date);
        return first.isAfter(date) ? firstWorkingDay(date.minusMonths(1)) : first;
    }

    private LocalDate dueBefore(LocalDate date) {
        return dueOnOrBefore(dueOnOrBefore(date).minusDays(1));
    }

    private static LocalDate firstWorkingDay(LocalDate date) {
        LocalDate first = date.withDayOfMonth(1);
        return weekend(first.getDayOfWeek()) ? first.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : first;
    }

    private static boolean weekend(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    private Instant at(LocalDate date) {
        return date.atTime(time).atZone(zone).toInstant();
    }
}
