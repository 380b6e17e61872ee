package dev.tunewise.session.command;

import dev.tunewise.session.settings.DigestSchedule;
import dev.tunewise.session.settings.TeamSettings.Name;
import java.util.Locale;
import java.util.Optional;

/** The values that settings take, besides off. */
final class SettingValues {
    private static final int MOST_DAYS = 90;
    private static final int LONGEST_RETENTION = 3_650;

    private SettingValues() {}

    /** A value as it is stored; empty where it is none. */
    static Optional<String> read(Name name, String typed) {
        return switch (name) {
            case DIGEST -> DigestSchedule.read(typed).map(DigestSchedule::text);
            case REMINDER -> days(typed, MOST_DAYS).map(days -> days + (days.equals("1") ? " day" : " days"));
            case RETENTION -> days(typed, LONGEST_RETENTION);
            case BROADCAST, SHARED_COSTS ->
                Optional.of(typed.toLowerCase(Locale.ROOT)).filter("on"::equals);
            case WATCH ->
                Optional.of(typed.replaceFirst("\\s*%$", ""))
                        .filter(share -> share.matches("[1-9]\\d{0,2}"))
                        .map(share -> share + " %");
            default -> Optional.empty();
        };
    }

    private static Optional<String> days(String typed, int most) {
        return Optional.of(typed.replaceFirst("(?i)\\s*days?$", ""))
                .filter(number -> number.matches("[1-9]\\d{0,3}") && Integer.parseInt(number) <= most);
    }

    static String expected(Name name) {
        return switch (name) {
            case DIGEST ->
                "weekly with a day from Monday to Friday, or monthly, then an hour and a time zone, such as"
                        + " “weekly Monday 09:00 Europe/Berlin”, or off";
            case REMINDER -> "a whole number of days from 1 to " + MOST_DAYS + ", or off";
            case RETENTION -> "a whole number of days from 1 to " + LONGEST_RETENTION + ", or off";
            case WATCH -> "a whole number of percent from 1 to 999, or off";
            default -> "on or off";
        };
    }
}
