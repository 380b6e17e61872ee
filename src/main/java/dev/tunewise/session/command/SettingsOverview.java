package dev.tunewise.session.command;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.wording.CommandReplies.Notice;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.session.settings.Choice;
import dev.tunewise.session.settings.SummaryChannels;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.TeamSettings.Name;
import dev.tunewise.session.store.Address;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is set for a room, or without a room for its workspace, each with who chose it and when. */
record SettingsOverview(TeamSettings settings, Messages wording) {
    private static final List<Name> OF_A_ROOM = List.of(Name.DIGEST, Name.REMINDER, Name.BROADCAST, Name.WATCH);

    Notice of(Address room) {
        boolean whole = room.room().isEmpty();
        SummaryChannels channels = new SummaryChannels(settings);
        List<Text> lines = new ArrayList<>();
        Optional<Choice> own = whole ? Optional.empty() : settings.ofRoom(room, Name.SUMMARY_CHANNEL);
        Optional<Choice> workspace = settings.ofWorkspace(room, Name.SUMMARY_CHANNEL);
        boolean open = whole || settings.directory().room(room).open();
        lines.add(own.map(choice -> chosen(
                        summary(
                                choice,
                                "settings-summary-off",
                                "settings-summary-gone",
                                channels.lapsed(room, choice) ? "settings-summary-lapsed" : "settings-summary"),
                        choice))
                .or(() -> workspace
                        .flatMap(Choice::target)
                        .filter(_ -> open)
                        .map(channel -> wording.text("settings-summary", channel)))
                .orElseGet(() -> wording.text("settings-no-summary")));
        lines.add(workspace
                .map(choice -> chosen(
                        summary(
                                choice,
                                "settings-workspace-none",
                                "settings-workspace-gone",
                                open ? "settings-workspace" : "settings-workspace-closed"),
                        choice))
                .orElseGet(() -> wording.text("settings-workspace-none")));
        settings.ofWorkspace(room, Name.SHARED_COSTS)
                .filter(choice -> !choice.off())
                .ifPresent(choice -> lines.add(chosen(wording.text("settings-shared-costs"), choice)));
        settings.ofWorkspace(room, Name.RETENTION)
                .filter(choice -> !choice.off())
                .ifPresent(choice -> lines.add(chosen(wording.text("settings-retention", choice.value()), choice)));
        for (Name name : whole ? List.<Name>of() : OF_A_ROOM) {
            settings.ofRoom(room, name).ifPresent(choice -> lines.add(chosen(set(name, choice), choice)));
        }
        (whole ? channels.problemOfWorkspace(room) : channels.problem(room))
                .ifPresent(problem -> lines.add(wording.text("settings-problem", problem.value(), day(problem))));
        return new Notice(
                List.of(new Block.Heading(wording.plain("settings-title")), new Block.Bullets(lines)),
                lines.getFirst().characters());
    }

    private Text summary(Choice choice, String off, String gone, String chosen) {
        return choice.off()
                ? wording.text(off)
                : choice.gone() ? wording.text(gone) : wording.text(chosen, choice.value());
    }

    private Text set(Name name, Choice choice) {
        return choice.off()
                ? wording.text("room-setting-is-off", name.key())
                : wording.text("room-setting-is", name.key(), choice.value());
    }

    private Text chosen(Text what, Choice choice) {
        return choice.by().isEmpty()
                ? what
                : what.then(Text.plain(" ")).then(wording.text("settings-chosen", choice.by(), day(choice)));
    }

    private String day(Choice choice) {
        return wording.day(LocalDate.ofInstant(choice.at(), ZoneOffset.UTC));
    }
}
