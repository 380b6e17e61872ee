package dev.tunewise.conversation.wording;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.wording.CommandReplies.Notice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is said about settings: what is set, by whom and when, and what is announced when somebody changes something. */
public record SettingsReplies(Messages wording) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /**
     * Something that was chosen.
     *
     * @param by name of who chose it; empty where nobody noted it
     * @param holds whether it still does what it was chosen for
     */
    public record Chosen(String value, String by, Instant at, Holds holds) {}

    /** Whether a channel that was chosen for summaries still gets them. */
    public enum Holds {
        YES,
        /** It was chosen while everybody could read the place, which is private now. */
        LAPSED,
        /** The channel was deleted. */
        GONE
    }

    /**
     * All that is set for a room.
     *
     * @param room channel for summaries that the room chose; with an empty value it switched them off
     * @param workspace channel that the workspace chose; with an empty value it switched them off
     * @param open whether everybody may read the room, so that the workspace's choice holds for it
     * @param retention days after which consultations are forgotten
     * @param here what else the room chose, by the name of the setting
     * @param problem what could not be posted, and why
     */
    public record Overview(
            Optional<Chosen> room,
            Optional<Chosen> workspace,
            boolean open,
            Optional<Chosen> sharedCosts,
            Optional<Chosen> retention,
            Map<String, Chosen> here,
            Optional<Chosen> problem) {}

    /** What is set for a room, each with who chose it and when. */
    public Notice overview(Overview set) {
        List<Text> lines = new ArrayList<>();
        lines.add(set.room()
                .map(chosen -> chosen(
                        chosen.value().isEmpty() ? wording.text("settings-summary-off") : summary(chosen), chosen))
                .or(() -> set.workspace()
                        .filter(chosen -> set.open() && !chosen.value().isEmpty() && chosen.holds() == Holds.YES)
                        .map(chosen -> wording.text("settings-summary", chosen.value())))
                .orElseGet(() -> wording.text("settings-no-summary")));
        lines.add(set.workspace()
                .map(chosen -> chosen(
                        chosen.value().isEmpty()
                                ? wording.text("settings-workspace-none")
                                : chosen.holds() == Holds.GONE
                                        ? wording.text("settings-workspace-gone")
                                        : wording.text(
                                                set.open() ? "settings-workspace" : "settings-workspace-closed",
                                                chosen.value()),
                        chosen))
                .orElseGet(() -> wording.text("settings-workspace-none")));
        set.sharedCosts().ifPresent(chosen -> lines.add(chosen(wording.text("settings-shared-costs"), chosen)));
        set.retention()
                .ifPresent(chosen -> lines.add(chosen(wording.text("settings-retention", chosen.value()), chosen)));
        set.here()
                .forEach((name, chosen) -> lines.add(chosen(
                        chosen.value().isEmpty()
                                ? wording.text("room-setting-is-off", name)
                                : wording.text("room-setting-is", name, chosen.value()),
                        chosen)));
        set.problem()
                .ifPresent(problem ->
                        lines.add(wording.text("settings-problem", problem.value(), DAY.format(problem.at()))));
        return new Notice(
                List.of(new Block.Heading(wording.plain("settings-title")), new Block.Bullets(lines)),
                lines.getFirst().characters());
    }

    private Text summary(Chosen chosen) {
        return switch (chosen.holds()) {
            case YES -> wording.text("settings-summary", chosen.value());
            case LAPSED -> wording.text("settings-summary-lapsed", chosen.value());
            case GONE -> wording.text("settings-summary-gone");
        };
    }

    private Text chosen(Text what, Chosen chosen) {
        return chosen.by().isEmpty()
                ? what
                : what.then(Text.plain(" "))
                        .then(wording.text("settings-chosen", chosen.by(), DAY.format(chosen.at())));
    }

    /**
     * Where summaries of a room go was changed.
     *
     * @param room the room; empty where it is private and its name is nobody else's business
     * @param channel where they go; empty for nowhere
     */
    public Notice summaryOfRoom(String name, String room, String channel) {
        boolean secret = room.isEmpty();
        if (channel.isEmpty()) {
            return Notice.of(
                    secret
                            ? wording.text("settings-off-private", name)
                            : wording.text("settings-off-room", name, room));
        }
        return Notice.of(
                secret
                        ? wording.text("settings-set-private", name, channel)
                        : wording.text("settings-set-room", name, room, channel));
    }
}
