package dev.tunewise.session.command;

import dev.tunewise.session.settings.DigestSchedule;
import dev.tunewise.session.settings.TeamSettings.Name;
import java.util.Locale;
import java.util.Optional;

/** The values that settings of a room take, besides off. */
final class RoomValues {
    private static final int MOST_DAYS = 90;

    /** A value as it is stored; empty where it is none. */
    static Optional<String> read(Name name, String typed) {
        return switch (name) {
            case DIGEST -> DigestSchedule.read(typed).map(DigestSchedule::text);
            case REMINDER -> days(typed.replaceFirst("(?i)\\s*days?$", ""));
            case BROADCAST -> Optional.of(typed.toLowerCase(Locale.ROOT)).filter("on"::equals);
            case WATCH ->
                Optional.of(typed.replaceFirst("\\s*%$", ""))
                        .filter(share -> share.matches("[1-9]\\d{0,2}"))
                        .map(share -> share + " %");
            case SUMMARY_CHANNEL, SUMMARY_PROBLEM, LOST, DELETED, ARCHIVED, DIGEST_WAITS, SHARED_COSTS, RETENTION ->
                Optional.empty();
        };
    }

    private static Optional<String> days(String number) {
        return number.matches("[1-9]\\d?") && Integer.parseInt(number) <= MOST_DAYS
                ? Optional.of(number + (number.equals("1") ? " day" : " days"))
                : Optional.empty();
    }

    static String expected(Name name) {
        return switch (name) {
            case DIGEST ->
                "weekly with a day from Monday to Friday, or monthly, then an hour and a time zone, such as"
                        + " “weekly Monday 09:00 Europe/Berlin”, or off";
            case REMINDER -> "a whole number of days from 1 to " + MOST_DAYS + ", or off";
            case WATCH -> "a whole number of percent from 1 to 999, or off";
            case BROADCAST,
                    SUMMARY_CHANNEL,
                    SUMMARY_PROBLEM,
                    LOST,
                    DELETED,
                    ARCHIVED,
                    DIGEST_WAITS,
                    SHARED_COSTS,
                    RETENTION -> "on or off";
        };
    }
}
