package dev.tunewise.session.log;

import dev.tunewise.conversation.state.LoggedDecision.Status;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.session.store.DecisionLog.Filter;
import dev.tunewise.session.store.DecisionLog.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filter that the parameters of an address stand for: `q`, `room` (as {@link LoggedRooms#key} names it), `status` (several joined by commas), `due_by`, `from`, `until` (ISO days in
 * UTC, the last one left out), `limit` and `skip`.
 *
 * @param faults what is wrong with the others: name of the parameter and what to do
 */
public record LogParameters(Filter filter, Map<String, String> faults) {
    private static final int MOST_SKIPPED = 1_000_000;
    private static final int LONGEST_TEXT = 200;

    /** `visible`: what of the log may be seen. `usual`: the limit where none is named. `most`: the largest limit. */
    public static LogParameters read(
            Map<String, String> given, List<Place> visible, DecisionLog log, int usual, int most) {
        Map<String, String> faults = new java.util.TreeMap<>();
        List<Place> places = places(given.getOrDefault("room", "").strip(), visible, log);
        if (places.isEmpty() && !visible.isEmpty()) {
            faults.put("room", "is no room that you may see; expected a key as the log names it");
        }
        String text = given.getOrDefault("q", "").strip();
        if (text.length() > LONGEST_TEXT) {
            faults.put("q", "has " + text.length() + " characters; at most " + LONGEST_TEXT + " are searched for");
        }
        Filter filter = Filter.of(places, usual)
                .about(text.length() > LONGEST_TEXT ? "" : text)
                .standing(statuses(given.getOrDefault("status", ""), faults))
                .dueBy(day(given, "due_by", faults))
                .decided(start(day(given, "from", faults)), start(day(given, "until", faults)))
                .page(
                        number(given, "skip", 0, MOST_SKIPPED, 0, faults),
                        number(given, "limit", 1, most, usual, faults));
        return new LogParameters(filter, faults);
    }

    private static List<Place> places(String key, List<Place> visible, DecisionLog log) {
        return key.isEmpty()
                ? visible
                : visible.stream()
                        .flatMap(place -> log.rooms(place.channel(), place.workspace()).stream()
                                .filter(room ->
                                        place.rooms().isEmpty() || place.rooms().contains(room.room())))
                        .filter(room -> LoggedRooms.key(room).equals(key))
                        .map(Place::room)
                        .distinct()
                        .toList();
    }

    private static Set<Status> statuses(String given, Map<String, String> faults) {
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        List<String> unknown = new ArrayList<>();
        for (String word : given.split(",", -1)) {
            if (!word.isBlank()) {
                Status.of(word).ifPresentOrElse(statuses::add, () -> unknown.add(word.strip()));
            }
        }
        if (!unknown.isEmpty()) {
            faults.put(
                    "status",
                    "is `" + unknown.getFirst() + "`; expected "
                            + Stream.of(Status.values()).map(Status::id).collect(Collectors.joining(", ")));
        }
        return statuses;
    }

    private static @Nullable LocalDate day(Map<String, String> given, String name, Map<String, String> faults) {
        String text = given.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            faults.put(name, "is `" + text + "`; expected a day such as 2027-03-01");
            return null;
        }
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static int number(
            Map<String, String> given, String name, int least, int most, int usual, Map<String, String> faults) {
        String text = given.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return usual;
        }
        if (text.matches("\\d{1,7}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        faults.put(name, "is `" + text + "`; expected a whole number from " + least + " to " + most);
        return usual;
    }
}
