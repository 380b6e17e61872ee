package dev.tunewise.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says how long ago something was. */
public final class RelativeTime {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final int DAYS_IN_WORDS = 7;

    public static String words(Instant then, Instant now) {
        Duration since = Duration.between(then, now);
        if (since.toMinutes() < 1) {
            return "just now";
        }
        if (since.toHours() < 1) {
            return count(since.toMinutes(), "minute");
        }
        if (since.toDays() < 1) {
            return count(since.toHours(), "hour");
        }
        return since.toDays() < DAYS_IN_WORDS
                ? count(since.toDays(), "day")
                : DATE.format(then.atOffset(ZoneOffset.UTC));
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s") + " ago";
    }
}
