package dev.tunewise.session.digest;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.LoggedDecision.Status;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.wording.CommandReplies.Notice;
import dev.tunewise.conversation.wording.DigestReplies;
import dev.tunewise.conversation.wording.LogReplies;
import dev.tunewise.session.log.LoggedRooms;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.session.store.DecisionLog.Filter;
import dev.tunewise.session.store.DecisionLog.Place;
import dev.tunewise.session.turn.EngineRegistry;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.ThreadLinks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what a channel is told of a week or a month. */
public record DigestComposer(
        DecisionLog log,
        ConversationStore store,
        EngineRegistry machines,
        SummaryRouter summaries,
        ThreadLinks links,
        DigestReplies replies) {
    private static final int LISTED = 10;
    private static final int LOOKED_INTO = 30;
    private static final int OWNED = 500;
    private static final Set<Status> SEEN_TO = Set.of(Status.OPEN, Status.DECIDED, Status.ACTED_ON, Status.REVISITED);
    private static final Set<Status> STANDING = Set.of(Status.DECIDED, Status.ACTED_ON, Status.REVISITED);

    /** `beside`: the consultation beside which it is kept. */
    public record Digest(String beside, Notice notice) {}

    /**
     * The digest of a channel: of what was consulted about in it, and of the rooms whose summaries go to it.
     *
     * @param from when the time begins that it is about
     * @param zone whose days count
     * @return empty for a quiet time
     */
    public Optional<Digest> of(Address channel, Instant from, Instant until, ZoneId zone) {
        return of(channel, rooms(channel), from, until, zone);
    }

    private Set<String> rooms(Address channel) {
        return log.rooms(channel.channel(), channel.workspace()).stream()
                .filter(room -> tells(room, channel))
                .map(Address::room)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** What the channel is told of and somebody sees to, the newest change first. */
    List<ConversationSummary> owned(Address channel) {
        Set<String> rooms = rooms(channel);
        return rooms.isEmpty()
                ? List.of()
                : log.list(Filter.of(List.of(new Place(channel.channel(), channel.workspace(), rooms)), OWNED)
                        .standing(SEEN_TO));
    }

    private boolean tells(Address room, Address channel) {
        return room.room().equals(channel.room())
                || summaries.channel(room).filter(channel.room()::equals).isPresent();
    }

    private Optional<Digest> of(Address channel, Set<String> rooms, Instant from, Instant until, ZoneId zone) {
        if (rooms.isEmpty()) {
            return Optional.empty();
        }
        Filter all = Filter.of(List.of(new Place(channel.channel(), channel.workspace(), rooms)), LISTED);
        Filter decidedNow = all.standing(STANDING).decided(from, until);
        DecisionLog.Page decisions = log.page(decidedNow.page(0, LOOKED_INTO));
        DecisionLog.Page stillOpen = log.page(all.standing(Set.of(Status.OPEN)));
        List<ConversationSummary> decided = decisions.decisions();
        List<ConversationSummary> open = stillOpen.decisions();
        LocalDate today = until.atZone(zone).toLocalDate();
        LocalDate next = today.plusDays(ChronoUnit.DAYS.between(from.atZone(zone), until.atZone(zone)));
        DecisionLog.Page reviews = log.page(all.standing(STANDING).dueBy(next));
        List<ConversationSummary> due = reviews.decisions();
        List<ConversationSummary> newest = log.list(all.standing(SEEN_TO).page(0, LOOKED_INTO));
        List<ConversationSummary> left = newest.stream()
                .filter(each -> within(each.logged().followUp().left(), from, until))
                .toList();
        // What an older decision waited for may be met now.
        List<ConversationSummary> changed = newest.stream()
                .filter(each ->
                        each.logged().decidedAt() != null && !each.updatedAt().isBefore(from))
                .toList();
        if (rooms.removeAll(closedSince(
                channel, Stream.of(decided, open, due, left, changed).flatMap(List::stream)))) {
            return of(channel, rooms, from, until, zone);
        }
        boolean costs = summaries.showsCosts(channel);
        Stream<ConversationSummary> touched =
                due.stream().filter(each -> !each.updatedAt().isBefore(from));
        Map<String, List<Entry>> threads = store.entries(Stream.of(open.stream(), changed.stream(), touched)
                .flatMap(each -> each)
                .map(ConversationSummary::id)
                .collect(Collectors.toSet()));
        List<String> gates = closed(changed, threads, from, costs);
        boolean moved = Stream.concat(open.stream(), due.stream())
                .anyMatch(each -> somebodyCame(threads.getOrDefault(each.id(), List.of()), from, until));
        // What was due before was told of before.
        boolean falls = due.stream()
                .map(each -> each.logged().followUp().review())
                .anyMatch(day -> day != null && day.isAfter(today));
        if (decided.isEmpty() && !falls && !moved && left.isEmpty() && gates.isEmpty()) {
            return Optional.empty();
        }
        Notice notice = replies.digest(new DigestReplies.Digest(
                from.atZone(zone).toLocalDate(),
                until.minusMillis(1).atZone(zone).toLocalDate(),
                part(decisions, each -> line(each, channel, costs)),
                part(stillOpen, each -> open(each, threads, line(each, channel, costs))),
                gates,
                part(reviews, each -> line(each, channel, costs)),
                left(left, all, each -> line(each, channel, costs)),
                costs ? log.gain(decidedNow) : Optional.empty(),
                costs ? log.gain(all.standing(STANDING)) : Optional.empty()));
        ConversationSummary first = Stream.of(decided, open, due, left, changed)
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
        return Optional.of(new Digest(first.id(), notice));
    }

    private static boolean within(@Nullable Instant moment, Instant from, Instant until) {
        return moment != null && !moment.isBefore(from) && moment.isBefore(until);
    }

    /** What those who left saw to, by their names. */
    private List<DigestReplies.Left> left(
            List<ConversationSummary> left, Filter all, Function<ConversationSummary, LogReplies.Line> line) {
        Map<Author, List<ConversationSummary>> owned = new LinkedHashMap<>();
        left.forEach(each -> owned.computeIfAbsent(each.logged().followUp().owner(), _ -> new ArrayList<>())
                .add(each));
        return owned.entrySet().stream()
                .map(one -> new DigestReplies.Left(
                        one.getKey().name(),
                        new DigestReplies.Part<>(
                                one.getValue().stream().limit(LISTED).map(line).toList(),
                                log.counts(all.standing(SEEN_TO)
                                                .ownedBy(one.getKey().id()))
                                        .total())))
                .toList();
    }

    /** Whether people said or did something then; reminders of ours are nothing that happened. */
    private static boolean somebodyCame(List<Entry> thread, Instant from, Instant until) {
        return thread.stream()
                .anyMatch(entry -> !entry.author().equals(Author.SERVICE) && within(entry.at(), from, until));
    }

    /** Rooms that tell the channel nothing any more; what was known of them a minute ago does not count. */
    private Set<String> closedSince(Address channel, Stream<ConversationSummary> told) {
        return told
                .map(ConversationSummary::address)
                .filter(room -> !room.room().equals(channel.room()))
                .collect(Collectors.toMap(Address::room, room -> room, (one, _) -> one))
                .values()
                .stream()
                .peek(room -> summaries.directory().forget(room))
                .filter(room -> !tells(room, channel))
                .map(Address::room)
                .collect(Collectors.toSet());
    }

    /** The first of what was found, with how many there are in all. */
    private static <T> DigestReplies.Part<T> part(DecisionLog.Page found, Function<ConversationSummary, T> line) {
        return new DigestReplies.Part<>(
                found.decisions().stream().limit(LISTED).map(line).toList(),
                found.counts().total());
    }

    private LogReplies.Line line(ConversationSummary decision, Address channel, boolean costs) {
        return decision.line(
                links.link(decision.id(), decision.address()).orElse(""),
                summaries.directory().nameElsewhere(decision.address(), channel),
                new LoggedRooms(summaries.directory(), replies.log()).unasked(decision),
                costs);
    }

    /** What is still open, with what is missing and who was there. */
    private DigestReplies.Open open(ConversationSummary open, Map<String, List<Entry>> threads, LogReplies.Line line) {
        List<String> missing = machines.machine(open.flow())
                .map(machine -> machine.summaries().missing(machine.state(threads.getOrDefault(open.id(), List.of()))))
                .orElse(List.of());
        return new DigestReplies.Open(line, missing, open.logged().people());
    }

    /** The conditions of decisions that were met in this time, each with the question that it belongs to. */
    private List<String> closed(
            List<ConversationSummary> decisions, Map<String, List<Entry>> threads, Instant from, boolean costs) {
        List<String> closed = new ArrayList<>();
        for (ConversationSummary decision : decisions) {
            machines.machine(decision.flow()).ifPresent(machine -> {
                List<Entry> entries = threads.getOrDefault(decision.id(), List.of());
                ConversationState before = answered(machine, entries, from);
                ConversationState now = machine.state(entries);
                if (now.answers().equals(before.answers())) {
                    return;
                }
                List<String> left = machine.summaries().conditions(now);
                machine.summaries().conditions(before).stream()
                        .filter(gate -> !left.contains(gate))
                        .forEach(gate -> closed.add(replies.gate(gate, decision.title(), costs)));
            });
        }
        return closed;
    }

    /** The state at that time; of a question that had no answer then, the first one that has. */
    private static ConversationState answered(ConversationEngine machine, List<Entry> entries, Instant from) {
        ConversationState state = ConversationState.NEW;
        for (Entry entry : entries) {
            if (!entry.at().isBefore(from) && state.concluded().isPresent()) {
                return state;
            }
            state = machine.after(state, entry);
        }
        return state;
    }
}
