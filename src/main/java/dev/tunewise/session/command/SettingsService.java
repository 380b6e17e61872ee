package dev.tunewise.session.command;

import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.conversation.wording.CommandReplies.Notice;
import dev.tunewise.conversation.wording.SettingsReplies;
import dev.tunewise.conversation.wording.SettingsReplies.Holds;
import dev.tunewise.session.command.CommandService.Reply;
import dev.tunewise.session.settings.Choice;
import dev.tunewise.session.settings.SummaryChannels;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.TeamSettings.Name;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.session.turn.SummaryRouter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Shows and changes settings. Anybody in a room sets what holds for the room; what holds for the workspace only its admins set. Every change
 * is announced in the channels that it concerns.
 */
public record SettingsService(TeamSettings settings, WorkspaceDirectory directory, CommandReplies notices) {
    private static final int LONGEST_RETENTION = 3_650;

    /** What is set for a room; without a room what holds for the workspace. */
    public Reply.Told show(Address room, String person) {
        boolean whole = room.room().isEmpty();
        Optional<Choice> own = whole ? Optional.empty() : settings.ofRoom(room, Name.SUMMARY_CHANNEL);
        Optional<Choice> workspace = settings.ofWorkspace(room, Name.SUMMARY_CHANNEL);
        Set<String> named = new LinkedHashSet<>();
        own.flatMap(Choice::target).ifPresent(named::add);
        workspace.flatMap(Choice::target).ifPresent(named::add);
        Notice notice = notices.settings()
                .overview(new SettingsReplies.Overview(
                        own.map(choice -> chosen(choice, channels().lapsed(room, choice) ? Holds.LAPSED : Holds.YES)),
                        workspace.map(SettingsService::chosen),
                        whole || directory.room(room).open(),
                        settings.ofWorkspace(room, Name.SHARED_COSTS)
                                .filter(choice -> !choice.off())
                                .map(SettingsService::chosen),
                        settings.ofWorkspace(room, Name.RETENTION)
                                .filter(choice -> !choice.off())
                                .map(SettingsService::chosen),
                        whole ? Map.of() : here(room),
                        (whole
                                        ? channels().problemOfWorkspace(room)
                                        : channels().problem(room))
                                .map(SettingsService::chosen)));
        Set<String> secret = new LinkedHashSet<>(named);
        secret.removeIf(channel -> mayKnow(room, channel, person));
        return new Reply.Told(notice, new Reply.Named(named, secret));
    }

    /** Whether a person may know of a channel, and so send something there: everybody may read it, or they are in it. */
    private boolean mayKnow(Address room, String channel, String person) {
        Address there = SummaryRouter.there(room, channel);
        return channel.equals(room.room()) || directory.room(there).open() || directory.isIn(there, person);
    }

    private Map<String, SettingsReplies.Chosen> here(Address room) {
        Map<String, SettingsReplies.Chosen> here = new LinkedHashMap<>();
        for (Name name : List.of(Name.DIGEST, Name.REMINDER, Name.BROADCAST, Name.WATCH)) {
            settings.ofRoom(room, name).ifPresent(choice -> here.put(name.key(), chosen(choice)));
        }
        return here;
    }

    private static SettingsReplies.Chosen chosen(Choice choice) {
        return chosen(choice, Holds.YES);
    }

    private static SettingsReplies.Chosen chosen(Choice choice, Holds holds) {
        return new SettingsReplies.Chosen(
                choice.off() ? "" : choice.value(), choice.by(), choice.at(), choice.gone() ? Holds.GONE : holds);
    }

    private SummaryChannels channels() {
        return new SummaryChannels(settings);
    }

    /** Where the summaries of a room go. */
    Reply summaryChannel(Address room, SlashCommand.SummaryChannel choice, InboundEvent inbound) {
        if (choice.channel().isEmpty()) {
            return show(room, inbound.author().id());
        }
        Set<String> concerned = new LinkedHashSet<>(Set.of(room.room()));
        settings.ofRoom(room, Name.SUMMARY_CHANNEL).flatMap(Choice::target).ifPresent(concerned::add);
        String channel = choice.from(room.room());
        if (!channel.isEmpty() && !mayKnow(room, channel, inbound.author().id())) {
            return new Reply.Told(notices.say("settings-not-there"));
        }
        return same(
                        settings.ofRoom(room, Name.SUMMARY_CHANNEL)
                                .filter(before -> !channels().lapsed(room, before)),
                        stored(channel),
                        inbound)
                .orElseGet(() -> {
                    set(room, Name.SUMMARY_CHANNEL, stored(channel), inbound);
                    boolean open = directory.room(room).open();
                    Notice notice =
                            notices.settings().summaryOfRoom(inbound.author().name(), open ? room.room() : "", channel);
                    return announced(room, notice, concerned, channel, open ? Set.of(room.room()) : Set.of());
                });
    }

    /** Whether somebody may do what concerns the whole workspace. */
    boolean mayAdminister(Address place, InboundEvent inbound) {
        return directory.administers(place, inbound.author().id());
    }

    public Reply workspace(Address place, SlashCommand.WorkspaceSetting command, InboundEvent inbound) {
        if (!directory.administers(place, inbound.author().id())) {
            return new Reply.Told(notices.say("settings-admins-only"));
        }
        return switch (command.setting()) {
            case SUMMARY_CHANNEL -> summaryOfWorkspace(place, command.value(), inbound);
            case SHARED_COSTS -> sharedCosts(place, command.value(), inbound);
            case RETENTION -> retention(place, command.value(), inbound);
            case SUMMARY_PROBLEM, LOST, DELETED, ARCHIVED, DIGEST_WAITS, DIGEST, REMINDER, BROADCAST, WATCH ->
                throw new IllegalArgumentException("Nobody sets " + command.setting());
        };
    }

    private Reply summaryOfWorkspace(Address place, String value, InboundEvent inbound) {
        Set<String> concerned = new LinkedHashSet<>();
        settings.ofWorkspace(place, Name.SUMMARY_CHANNEL)
                .flatMap(Choice::target)
                .ifPresent(concerned::add);
        String channel = new SlashCommand.SummaryChannel(value).from(place.room());
        if (!channel.isEmpty() && !mayKnow(place, channel, inbound.author().id())) {
            return new Reply.Told(notices.say("settings-not-there"));
        }
        return same(settings.ofWorkspace(place, Name.SUMMARY_CHANNEL), stored(channel), inbound)
                .orElseGet(() -> {
                    setForAll(place, Name.SUMMARY_CHANNEL, stored(channel), inbound);
                    return announced(
                            place,
                            channel.isEmpty()
                                    ? notices.say(
                                            "settings-off-workspace",
                                            inbound.author().name())
                                    : notices.say(
                                            "settings-set-workspace",
                                            inbound.author().name(),
                                            channel),
                            concerned,
                            channel,
                            Set.of());
                });
    }

    private Reply sharedCosts(Address place, String value, InboundEvent inbound) {
        if (!value.equals("on") && !value.equals(Choice.OFF)) {
            return new Reply.Told(notices.say("settings-value", value, "on or off"));
        }
        return same(settings.ofWorkspace(place, Name.SHARED_COSTS), value, inbound)
                .orElseGet(() -> {
                    setForAll(place, Name.SHARED_COSTS, value, inbound);
                    Notice notice = notices.say(
                            value.equals("on") ? "settings-set-costs-on" : "settings-set-costs-off",
                            inbound.author().name());
                    return new Reply.Announced(notice, Set.of(place.room()), Reply.Named.NONE);
                });
    }

    private Reply retention(Address place, String value, InboundEvent inbound) {
        boolean off = value.equals(Choice.OFF);
        String days = off ? "" : value.replaceFirst("\\s*days?$", "");
        if (!off && !(days.matches("[1-9]\\d{0,3}") && Integer.parseInt(days) <= LONGEST_RETENTION)) {
            return new Reply.Told(notices.say(
                    "settings-value", value, "a whole number of days from 1 to " + LONGEST_RETENTION + ", or off"));
        }
        return same(settings.ofWorkspace(place, Name.RETENTION), stored(days), inbound)
                .orElseGet(() -> {
                    setForAll(place, Name.RETENTION, stored(days), inbound);
                    Notice notice = off
                            ? notices.say(
                                    "settings-set-retention-off",
                                    inbound.author().name())
                            : notices.say(
                                    "settings-set-retention", inbound.author().name(), days);
                    return new Reply.Announced(notice, Set.of(place.room()), Reply.Named.NONE);
                });
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
        boolean off = command.value().equalsIgnoreCase(Choice.OFF);
        Optional<String> value = off ? Optional.of(Choice.OFF) : RoomValues.read(name, command.value());
        if (value.isEmpty()) {
            return new Reply.Told(notices.say("settings-value", command.value(), RoomValues.expected(name)));
        }
        return same(settings.ofRoom(room, name), value.get(), inbound).orElseGet(() -> {
            set(room, name, value.get(), inbound);
            Notice notice = off
                    ? notices.say("room-setting-off", inbound.author().name(), name.key())
                    : notices.say("room-setting", inbound.author().name(), name.key(), value.get());
            return new Reply.Announced(notice, Set.of(room.room()), Reply.Named.NONE);
        });
    }

    /** What is told where it was chosen so before; nobody else need hear of it. A command that is delivered again is no second one. */
    private Optional<Reply> same(Optional<Choice> before, String value, InboundEvent inbound) {
        return before.filter(choice -> !choice.gone()
                        && choice.value().equals(value)
                        && !choice.cause().equals(inbound.key()))
                .map(choice ->
                        new Reply.Told(notices.say("settings-same", choice.by().isEmpty() ? "somebody" : choice.by())));
    }

    private void set(Address room, Name name, String value, InboundEvent inbound) {
        settings.setForRoom(room, name, value, inbound.author(), inbound.at(), inbound.key());
    }

    private void setForAll(Address place, Name name, String value, InboundEvent inbound) {
        settings.setForWorkspace(place, name, value, inbound.author(), inbound.at(), inbound.key());
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

    private static String stored(String value) {
        return value.isEmpty() ? Choice.OFF : value;
    }
}
