package dev.tunewise.session.command;

import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.conversation.wording.CommandReplies.Notice;
import dev.tunewise.session.command.CommandService.Reply;
import dev.tunewise.session.settings.Choice;
import dev.tunewise.session.settings.DigestSchedule;
import dev.tunewise.session.settings.SummaryChannels;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.TeamSettings.Name;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.session.turn.SummaryRouter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Shows and changes settings. Anybody in a room sets what holds for the room; what holds for the workspace only its admins set. Every change
 * is announced in the channels that it concerns.
 */
public record SettingsService(TeamSettings settings, WorkspaceDirectory directory, CommandReplies notices) {
    private static final int MOST_DAYS = 90;
    private static final int LONGEST_RETENTION = 3_650;

    /** What is set for a room; without a room what holds for the workspace. */
    public Reply.Told show(Address room, String person) {
        Set<String> named = new LinkedHashSet<>();
        if (!room.room().isEmpty()) {
            settings.ofRoom(room, Name.SUMMARY_CHANNEL).flatMap(Choice::target).ifPresent(named::add);
        }
        settings.ofWorkspace(room, Name.SUMMARY_CHANNEL).flatMap(Choice::target).ifPresent(named::add);
        Set<String> secret = new LinkedHashSet<>(named);
        secret.removeIf(channel -> mayKnow(room, channel, person));
        Notice notice = new SettingsOverview(settings, notices.wording()).of(room);
        return new Reply.Told(notice, new Reply.Named(named, secret));
    }

    /** Whether a person may know of a channel, and so send something there: everybody may read it, or they are in it. */
    private boolean mayKnow(Address room, String channel, String person) {
        Address there = SummaryRouter.there(room, channel);
        return channel.equals(room.room()) || directory.room(there).open() || directory.isIn(there, person);
    }

    /** Where the summaries of a room go. */
    Reply summaryChannel(Address room, SlashCommand.SummaryChannel choice, InboundEvent inbound) {
        if (choice.channel().isEmpty()) {
            return show(room, inbound.author().id());
        }
        return summaries(room, choice, inbound, true);
    }

    private Reply summaries(Address place, SlashCommand.SummaryChannel choice, InboundEvent inbound, boolean ofRoom) {
        Optional<Choice> before = ofRoom
                ? settings.ofRoom(place, Name.SUMMARY_CHANNEL)
                : settings.ofWorkspace(place, Name.SUMMARY_CHANNEL);
        String channel = choice.from(place.room());
        if (!channel.isEmpty() && !mayKnow(place, channel, inbound.author().id())) {
            return new Reply.Told(notices.say("settings-not-there"));
        }
        String value = channel.isEmpty() ? Choice.OFF : channel;
        boolean lapsed = ofRoom
                && before.filter(own -> new SummaryChannels(settings).lapsed(place, own))
                        .isPresent();
        return same(before.filter(_ -> !lapsed), value, inbound).orElseGet(() -> {
            Set<String> concerned = new LinkedHashSet<>(ofRoom ? Set.of(place.room()) : Set.of());
            before.flatMap(Choice::target).ifPresent(concerned::add);
            set(place, Name.SUMMARY_CHANNEL, value, inbound, ofRoom);
            boolean tells = ofRoom && directory.room(place).open();
            Notice notice = moved(inbound.author().name(), ofRoom, tells ? place.room() : "", channel);
            return announced(place, notice, concerned, channel, tells ? Set.of(place.room()) : Set.of());
        });
    }

    /** Where summaries go was changed. `room`: empty where it is private and its name is nobody else's business. */
    private Notice moved(String name, boolean ofRoom, String room, String channel) {
        if (!ofRoom) {
            return channel.isEmpty()
                    ? notices.say("settings-off-workspace", name)
                    : notices.say("settings-set-workspace", name, channel);
        }
        if (room.isEmpty()) {
            return channel.isEmpty()
                    ? notices.say("settings-off-private", name)
                    : notices.say("settings-set-private", name, channel);
        }
        return channel.isEmpty()
                ? notices.say("settings-off-room", name, room)
                : notices.say("settings-set-room", name, room, channel);
    }

    /** Whether somebody may do what concerns the whole workspace. */
    boolean mayAdminister(Address place, InboundEvent inbound) {
        return directory.administers(place, inbound.author().id());
    }

    public Reply workspace(Address place, SlashCommand.WorkspaceSetting command, InboundEvent inbound) {
        if (!directory.administers(place, inbound.author().id())) {
            return new Reply.Told(notices.say("settings-admins-only"));
        }
        Name name = command.setting();
        if (name == Name.SUMMARY_CHANNEL) {
            return summaries(place, new SlashCommand.SummaryChannel(command.value()), inbound, false);
        }
        return value(place, name, command.value(), inbound, false);
    }

    /** Something that holds for one room; anybody in it sets that, and everybody there is told. */
    Reply room(Address room, SlashCommand.RoomSetting command, InboundEvent inbound) {
        Name name = command.setting();
        if (command.value().isEmpty()) {
            return new Reply.Told(settings.ofRoom(room, name)
                    .filter(choice -> !choice.off())
                    .map(choice -> notices.say("room-setting-is", name.key(), choice.value()))
                    .orElseGet(() -> notices.say("room-setting-none", name.key())));
        }
        return value(room, name, command.value(), inbound, true);
    }

    private Reply value(Address place, Name name, String typed, InboundEvent inbound, boolean ofRoom) {
        boolean off = typed.equalsIgnoreCase(Choice.OFF);
        Optional<String> value = off ? Optional.of(Choice.OFF) : stored(name, typed);
        if (value.isEmpty()) {
            return new Reply.Told(notices.say("settings-value", typed, expected(name)));
        }
        Optional<Choice> before = ofRoom ? settings.ofRoom(place, name) : settings.ofWorkspace(place, name);
        return same(before, value.get(), inbound).orElseGet(() -> {
            set(place, name, value.get(), inbound, ofRoom);
            Notice notice = changed(name, inbound.author().name(), off, value.get());
            return new Reply.Announced(notice, Set.of(place.room()), Reply.Named.NONE);
        });
    }

    private Notice changed(Name name, String by, boolean off, String value) {
        return switch (name) {
            case SHARED_COSTS -> notices.say(off ? "settings-set-costs-off" : "settings-set-costs-on", by);
            case RETENTION ->
                off ? notices.say("settings-set-retention-off", by) : notices.say("settings-set-retention", by, value);
            default ->
                off
                        ? notices.say("room-setting-off", by, name.key())
                        : notices.say("room-setting", by, name.key(), value);
        };
    }

    /** What is told where it was chosen so before; nobody else need hear of it. A command that is delivered again is no second one. */
    private Optional<Reply> same(Optional<Choice> before, String value, InboundEvent inbound) {
        return before.filter(choice -> !choice.gone()
                        && choice.value().equals(value)
                        && !choice.cause().equals(inbound.key()))
                .map(choice ->
                        new Reply.Told(notices.say("settings-same", choice.by().isEmpty() ? "somebody" : choice.by())));
    }

    private void set(Address place, Name name, String value, InboundEvent inbound, boolean ofRoom) {
        if (ofRoom) {
            settings.setForRoom(place, name, value, inbound.author(), inbound.at(), inbound.key());
        } else {
            settings.setForWorkspace(place, name, value, inbound.author(), inbound.at(), inbound.key());
        }
    }

    private Reply announced(
            Address place, Notice notice, Set<String> concerned, String channel, Set<String> alsoNamed) {
        Set<String> named = new LinkedHashSet<>(alsoNamed);
        Set<String> secret = new LinkedHashSet<>();
        if (!channel.isEmpty()) {
            concerned.add(channel);
            named.add(channel);
            if (!directory.room(SummaryRouter.there(place, channel)).open()) {
                secret.add(channel);
            }
        }
        return new Reply.Announced(notice, concerned, new Reply.Named(named, secret));
    }

    /** A value as it is stored; empty where it is none. */
    private static Optional<String> stored(Name name, String typed) {
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

    private static String expected(Name name) {
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
