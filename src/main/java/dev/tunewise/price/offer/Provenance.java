package dev.tunewise.price.offer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a price comes from and how old it is.
 *
 * @param source title, page or file with commit
 * @param asOfText the date as the source gives it, perhaps only a month; empty when it gives none
 * @param asOf the first day that the text stands for, or that of the oldest price behind it; null where one has no date
 */
public record Provenance(
        String source, String asOfText, @Nullable LocalDate asOf) {
    /** A price older than this is shown with a warning. */
    public static final int FRESH_DAYS = 90;

    /** Reads the date text: a day, a month, or nothing; throws DateTimeException on anything else. */
    public static Provenance of(String source, String asOfText) {
        return new Provenance(source, asOfText, parse(asOfText));
    }

    /** The oldest of several; one without a date counts as older than any. */
    public static Provenance oldest(Collection<Provenance> several) {
        return several.stream()
                .min(Comparator.comparing(
                        Provenance::asOf, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())))
                .orElseThrow(() -> new IllegalArgumentException("There is no price to date"));
    }

    /** What to say about the age of the price on a given day; empty while it is at most 90 days old. */
    public Optional<String> warning(LocalDate today) {
        if (asOf == null) {
            return Optional.of((asOfText.isEmpty()
                            ? "The source gives no date for this price"
                            : "An offer behind this price has no date")
                    + ": check it before you rely on it.");
        }
        if (asOf.isAfter(today)) {
            return Optional.of("This price is dated " + asOfText + ", which is still to come: check it.");
        }
        long days = ChronoUnit.DAYS.between(asOf, today);
        return days <= FRESH_DAYS
                ? Optional.empty()
                : Optional.of((asOf.equals(parse(asOfText))
                                ? "This price is " + days + " days old (" + asOfText
                                : "The oldest offer behind this price is " + days + " days old (" + asOf)
                        + "): check it before you rely on it.");
    }

    /** Says whether the price is more than 90 days old on a given day, or has no date at all. */
    public boolean isStale(LocalDate today) {
        return warning(today).isPresent();
    }

    private static @Nullable LocalDate parse(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text.length() == 7 ? text + "-01" : text);
        } catch (DateTimeException cause) {
            throw new DateTimeException(
                    "A date is a day (2026-11-20) or a month (2026-11), found \"" + text + "\"", cause);
        }
    }
}
