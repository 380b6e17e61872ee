package dev.tunewise.session.settings;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.session.store.WorkspaceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The settings of rooms and workspaces; every change is noted with who made it and when. */
public record TeamSettings(WorkspaceSettings settings, WorkspaceDirectory directory, AuditTrail audit) {
    /** Teams restores a channel or a team for so long. */
    public static final Duration RESTORABLE = Duration.ofDays(30);

    public enum Name {
        /** Room that summaries go to, in the platform's terms. */
        SUMMARY_CHANNEL("summary-channel"),
        /** What could not be posted, and why; noted by us. */
        SUMMARY_PROBLEM("summary-problem"),
        /** Whether rooms that are shared with other organisations may see costs; `on` or `off`. */
        SHARED_COSTS("shared-costs"),
        /** After so many days without a change a consultation is forgotten. */
        RETENTION("retention"),
        /** When a room gets its digest, as {@link DigestSchedule#text()} writes it. */
        DIGEST("digest"),
        /** After so many days without a word a room is reminded, once, of a consultation with an open question. */
        REMINDER("reminder"),
        /** Whether the first answer is shown in the room as well as in its thread; `on` or `off`. */
        BROADCAST("broadcast"),
        /** How many consultations went with the channel that was deleted last; noted by us. */
        LOST("deleted-channel"),
        /** Where a room that was deleted can be reached once it is restored; noted by us while its platform would still restore it. */
        DELETED("deleted"),
        /** How a room takes no posts, where its platform says so only once; noted by us. */
        ARCHIVED("archived"),
        /** When the first digest was due that a room could not be told; noted by us. */
        DIGEST_WAITS("digest-waits"),
        /** From which share on a room is told that the figures of a decision moved, in percent. */
        WATCH("watch");

        private final String key;

        Name(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    public Optional<Choice> ofRoom(Address room, Name name) {
        return get(room, room.room(), name);
    }

    /** What holds for the whole workspace. */
    public Optional<Choice> ofWorkspace(Address place, Name name) {
        return get(place, directory.scope(place), name);
    }

    /**
     * Sets something for a room.
     *
     * @param cause key of the event that does
     */
    public void setForRoom(Address room, Name name, String value, Author by, Instant at, String cause) {
        boolean closed = name == Name.SUMMARY_CHANNEL && !directory.room(room).open();
        Choice.Place place = closed ? Choice.Place.PRIVATE : Choice.Place.OPEN;
        set(room, room.room(), name, new Choice(value, by.name(), at, place, cause), by);
    }

    /** Sets something for the whole workspace. */
    public void setForWorkspace(Address place, Name name, String value, Author by, Instant at, String cause) {
        set(place, directory.scope(place), name, new Choice(value, by.name(), at, Choice.Place.OPEN, cause), by);
    }

    /**
     * Notes that something could not be posted, or with an empty sentence that it is over.
     *
     * @param place room or scope
     * @param cause what could not be posted, and where
     */
    public void problem(Address place, String sentence, String cause, Instant at) {
        String text = sentence.isEmpty() ? "" : new Choice(sentence, "", at, Choice.Place.OPEN, cause).text();
        put(place, place.room(), Name.SUMMARY_PROBLEM, text);
    }

    /**
     * Notes that a channel is no more where it was chosen for summaries: they go nowhere until somebody chooses again.
     */
    public void gone(Address channel) {
        chosen(channel, Choice.Place.GONE);
    }

    private void chosen(Address channel, Choice.Place now) {
        for (Address place : places(Name.SUMMARY_CHANNEL)) {
            boolean same = place.channel().equals(channel.channel())
                    && place.workspace().equals(channel.workspace());
            Optional<Choice> chosen = same ? ofRoom(place, Name.SUMMARY_CHANNEL) : Optional.empty();
            chosen.filter(choice -> choice.value().equals(channel.room()))
                    .ifPresent(choice -> put(
                            place,
                            place.room(),
                            Name.SUMMARY_CHANNEL,
                            choice.in(now).text()));
        }
    }

    /** Notes that consultations went with their channel, so that the log can say where they are. */
    public void lost(Address channel, int consultations, Instant at) {
        lost(channel, consultations, at, "");
    }

    /** `room`: where they can come back; empty for nowhere. */
    private void lost(Address channel, int consultations, Instant at, String room) {
        Choice choice = new Choice(String.valueOf(consultations), "", at, Choice.Place.OPEN, room);
        put(channel, directory.scope(channel), Name.LOST, choice.text());
    }

    /**
     * Whether nothing can be posted in a room for now, so that what falls due waits: it was deleted, by itself or with its team, and may come back;
     * or it is archived, or we are not in it.
     */
    public boolean away(Address room) {
        return isDeleted(room) || directory.room(room).posts() != RoomFacts.Posts.TAKEN;
    }

    private boolean isDeleted(Address room) {
        return ofRoom(room, Name.DELETED).isPresent();
    }

    /** Notes that a room was archived or lost us, or that it takes posts again. */
    public void closed(Address room, RoomFacts.Posts now, Instant at) {
        String note = now == RoomFacts.Posts.TAKEN ? "" : new Choice(now.name(), "", at).text();
        put(room, room.room(), Name.ARCHIVED, note);
        directory.changed(room, now + " " + at);
    }

    /** Notes that a digest could not be told: the next that can is of the time since the first of them, too. `due`: when this one was. */
    public void digestWaits(Address room, String due, Instant at) {
        String first = ofRoom(room, Name.DIGEST_WAITS).map(Choice::value).orElse(due);
        put(room, room.room(), Name.DIGEST_WAITS, new Choice(first, "", at).text());
    }

    /** Notes that no digest waits any more. */
    public void digestCame(Address room) {
        if (ofRoom(room, Name.DIGEST_WAITS).isPresent()) {
            put(room, room.room(), Name.DIGEST_WAITS, "");
        }
    }

    /**
     * Notes that a room was deleted and may come back with all that was said in it.
     *
     * @param team with which it was deleted; empty where it was by itself
     * @param consultations how many go with it, which the others of its team are told
     */
    public void deleted(Address room, String team, int consultations, Instant at) {
        if (!team.isEmpty() && isDeleted(room)) {
            // What was deleted before does not come back with its team.
            return;
        }
        Choice choice = new Choice(room.details(), "", at, Choice.Place.OPEN, team);
        put(room, room.room(), Name.DELETED, choice.text());
        directory.changed(room, at.toString());
        if (consultations > 0) {
            lost(room, consultations, at, room.room());
        }
    }

    /** Notes that a room that was deleted came back, also where it was chosen for summaries. */
    public void restored(Address room) {
        if (isDeleted(room)) {
            put(room, room.room(), Name.DELETED, "");
            ofWorkspace(room, Name.LOST)
                    .filter(lost -> lost.cause().equals(room.room()))
                    .ifPresent(_ -> put(room, directory.scope(room), Name.LOST, ""));
            directory.changed(room, "restored");
            chosen(room, Choice.Place.OPEN);
        }
    }

    /** Where something is set: channel, workspace, and its scope as the room. */
    public List<Address> places(Name name) {
        return settings.places(name.key());
    }

    private void put(Address place, String scope, Name name, String text) {
        settings.put(place.channel(), place.workspace(), scope, name.key(), text);
    }

    private Optional<Choice> get(Address place, String scope, Name name) {
        return settings.get(place.channel(), place.workspace(), scope, name.key())
                .map(Choice::read);
    }

    private void set(Address place, String scope, Name name, Choice choice, Author by) {
        String before = get(place, scope, name).map(Choice::value).orElse("nothing");
        put(place, scope, name, choice.text());
        audit.note(new AuditTrail.Event(
                choice.at(),
                by.id(),
                AuditTrail.Action.SET,
                String.join("/", place.channel(), place.workspace(), scope),
                name.key() + " from " + before + " to " + choice.value()));
    }
}
