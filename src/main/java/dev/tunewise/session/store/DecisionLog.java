package dev.tunewise.session.store;

import dev.tunewise.conversation.state.LoggedDecision.Status;
import dev.tunewise.money.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Port: the log of decisions. */
public interface DecisionLog {
    /** What of the log a filter finds, the newest change first. */
    List<ConversationSummary> list(Filter filter);

    /** How many decisions the filter finds, its page and limit left aside. */
    Counts counts(Filter filter);

    /** What a filter finds on its page, and how many it finds in all; without another look where all of them stand on it. */
    default Page page(Filter filter) {
        List<ConversationSummary> found = list(filter.page(filter.skip(), filter.limit() + 1));
        boolean more = found.size() > filter.limit();
        Counts counts = more || filter.skip() > 0 ? counts(filter) : Counts.of(found);
        return new Page(more ? found.subList(0, filter.limit()) : found, counts, more);
    }

    /** What the decisions together save a month, low to high; empty where none has a figure. */
    Optional<Range> gain(Filter filter);

    /** Open consultations of a room that nobody touched since and nobody was reminded of, the oldest first. */
    List<ConversationSummary> stalled(Address room, Instant since, int limit);

    /**
     * Decisions of all rooms that stand and were not looked at with these prices and flows, in the order of their ids.
     *
     * @param after from behind this id on; all of them from behind the empty one
     */
    List<ConversationSummary> unwatched(String edition, String after, int limit);

    /** Notes that decisions were looked at with these prices and flows. */
    void watched(List<String> decisions, String edition);

    /** The rooms of a workspace that hold a consultation; empty names stand for all channels or workspaces. */
    List<Address> rooms(String channel, String workspace);

    /** A page of the log. `counts`: how many the filter finds on all pages. */
    record Page(List<ConversationSummary> decisions, Counts counts, boolean more) {}

    /** How many there are in all, and how many are found under each status: what was acted on and looked at again under both. */
    record Counts(long total, Map<Status, Long> found) {
        public static Counts of(List<ConversationSummary> decisions) {
            return new Counts(
                    decisions.size(),
                    decisions.stream()
                            .flatMap(each -> each.logged().found().stream())
                            .collect(Collectors.groupingBy(status -> status, Collectors.counting())));
        }
    }

    /**
     * A part of the log.
     *
     * @param channel the adapter; empty for all
     * @param workspace empty for all
     * @param rooms empty for all
     */
    record Place(String channel, String workspace, Set<String> rooms) {
        public static final Place EVERYWHERE = new Place("", "", Set.of());

        public static Place room(Address room) {
            return new Place(room.channel(), room.workspace(), Set.of(room.room()));
        }
    }

    /**
     * What is looked for; what is empty or null may be anything.
     *
     * @param places parts of the log; none finds nothing
     * @param statuses where the decisions stand
     * @param owner id of who sees to them
     * @param text words of question, answer, owner or people, or beginnings of them with three letters or more; case and accents do not matter
     * @param reviewBy they are looked at again on that day or before
     * @param decidedFrom they were decided at that time or later
     * @param decidedUntil they were decided before that time
     * @param skip so many of the newest are left out
     * @param limit at most so many
     */
    record Filter(
            List<Place> places,
            Set<Status> statuses,
            String owner,
            String text,
            @Nullable LocalDate reviewBy,
            @Nullable Instant decidedFrom,
            @Nullable Instant decidedUntil,
            int skip,
            int limit) {
        /** So many decisions of the version before are searched for a text: what people said is encrypted and has to be opened for it. */
        public static final int SEARCHED = 20_000;

        public static Filter of(List<Place> places, int limit) {
            return new Filter(places, Set.of(), "", "", null, null, null, 0, limit);
        }

        public Filter standing(Set<Status> wanted) {
            return new Filter(places, wanted, owner, text, reviewBy, decidedFrom, decidedUntil, skip, limit);
        }

        public Filter ownedBy(String id) {
            return new Filter(places, statuses, id, text, reviewBy, decidedFrom, decidedUntil, skip, limit);
        }

        public Filter about(String words) {
            return new Filter(places, statuses, owner, words, reviewBy, decidedFrom, decidedUntil, skip, limit);
        }

        /** Those looked at again on that day or before. */
        public Filter dueBy(@Nullable LocalDate day) {
            return new Filter(places, statuses, owner, text, day, decidedFrom, decidedUntil, skip, limit);
        }

        public Filter decided(@Nullable Instant from, @Nullable Instant until) {
            return new Filter(places, statuses, owner, text, reviewBy, from, until, skip, limit);
        }

        /** A part of what is found. */
        public Filter page(int left, int most) {
            return new Filter(places, statuses, owner, text, reviewBy, decidedFrom, decidedUntil, left, most);
        }
    }
}
