package dev.tunewise.session.log;

import dev.tunewise.conversation.wording.CommandReplies.Notice;
import dev.tunewise.conversation.wording.LogReplies;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.session.settings.Choice;
import dev.tunewise.session.settings.SummaryChannels;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.session.store.DecisionLog.Filter;
import dev.tunewise.session.store.DecisionLog.Place;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.ThreadLinks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers those who ask for the log in a room. What is private in another room is not shown there. */
public record LogService(
        DecisionLog log, WorkspaceDirectory directory, SummaryRouter summaries, ThreadLinks links, LogReplies replies) {
    private static final int LISTED = 10;
    private static final int SOON_DAYS = 30;
    private static final int TOLD_DAYS = 90;

    /** The log for a room. `called`: how the command is called on the channel. */
    public Notice show(Address room, LogQuestion question, String called, InboundEvent inbound) {
        LocalDate today = day(inbound.at());
        Place place = question.everywhere() ? everywhere(room) : Place.room(room);
        Filter filter = Filter.of(List.of(place), LISTED + 1)
                .standing(question.statuses())
                .ownedBy(question.mine() ? inbound.author().id() : "")
                .about(question.text())
                .dueBy(question.due() ? today.plusDays(SOON_DAYS) : null)
                .page((question.page() - 1) * LISTED, LISTED + 1);
        List<ConversationSummary> found = log.list(filter);
        boolean costs = summaries.showsCosts(room);
        LoggedRooms rooms = new LoggedRooms(directory, replies);
        List<LogReplies.Line> lines = found.stream()
                .limit(LISTED)
                .filter(new StillOpen(directory, room)::shows)
                .map(decision -> decision.line(
                        links.link(decision.id(), decision.address()).orElse(""),
                        directory.nameElsewhere(decision.address(), room),
                        rooms.unasked(decision),
                        costs))
                .toList();
        List<String> notes = Stream.of(
                        new SummaryChannels(summaries.settings()).problem(room).map(Choice::value),
                        question.everywhere() ? lost(room, today) : Optional.<String>empty())
                .flatMap(Optional::stream)
                .toList();
        return replies.list(lines, found.size() > LISTED ? question.page() + 1 : 0, notes, called);
    }

    /** What went with a channel of the workspace or team a while ago, so that nobody looks for it. */
    private Optional<String> lost(Address room, LocalDate today) {
        return summaries
                .settings()
                .ofWorkspace(room, TeamSettings.Name.LOST)
                .filter(lost -> day(lost.at()).plusDays(TOLD_DAYS).isAfter(today))
                .map(lost -> lost(lost, today));
    }

    private String lost(Choice lost, LocalDate today) {
        int count = Integer.parseInt(lost.value());
        LocalDate until = day(lost.at().plus(TeamSettings.RESTORABLE));
        Messages words = replies.wording();
        String day = words.day(day(lost.at()));
        // It names the room where that can come back.
        return lost.cause().isEmpty() || until.isBefore(today)
                ? words.plain("log-lost", count, day)
                : words.plain("log-lost-for-now", count, day, words.day(until));
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The rooms of a workspace or team in which something was consulted about. */
    public List<Address> rooms(Address place) {
        String scope = directory.scope(place);
        return log.rooms(place.channel(), place.workspace()).stream()
                .filter(other -> directory.scope(other).equals(scope))
                .toList();
    }

    /** What was known of other rooms a minute ago does not count where something of theirs is shown: each is asked once more. */
    private record StillOpen(WorkspaceDirectory directory, Address room, Map<String, Boolean> asked) {
        StillOpen(WorkspaceDirectory directory, Address room) {
            this(directory, room, new HashMap<>());
        }

        boolean shows(ConversationSummary decision) {
            return decision.address().room().equals(room.room())
                    || asked.computeIfAbsent(decision.address().room(), _ -> {
                        directory.forget(decision.address());
                        return directory.room(decision.address()).open();
                    });
        }
    }

    /** The room itself, and those of its workspace or team that everybody there may read. */
    private Place everywhere(Address room) {
        String scope = directory.scope(room);
        Set<String> open = log.rooms(room.channel(), room.workspace()).stream()
                .filter(other -> other.room().equals(room.room())
                        || (directory.scope(other).equals(scope)
                                && directory.room(other).open()))
                .map(Address::room)
                .collect(Collectors.toSet());
        open.add(room.room());
        return new Place(room.channel(), room.workspace(), open);
    }
}
