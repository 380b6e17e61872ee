package dev.tunewise.session.command;

import dev.tunewise.conversation.wording.HelpTopic;
import dev.tunewise.session.log.LogQuestion;
import dev.tunewise.session.settings.TeamSettings;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What follows the command of a channel (`/tunewise …`, `@Tunewise …`). Everything that is no command is a problem to open a consultation about. */
public sealed interface SlashCommand {
    /** Whether it is about the room, or more, and not about the consultation in whose thread it stands. */
    default boolean isAboutTheRoom() {
        return switch (this) {
            case HelpOn _,
                    Listing _,
                    Log _,
                    RoomSetting _,
                    ShowSettings _,
                    SummaryChannel _,
                    WorkspaceSetting _,
                    ForgetMe _,
                    ForgetThread _,
                    ForgetWorkspace _ -> true;
            default -> false;
        };
    }

    /** What can be done here. */
    record Help() implements SlashCommand {}

    /** How one thing is done here. */
    record HelpOn(HelpTopic topic) implements SlashCommand {}

    /** Where the consultation of the room stands. */
    record Status() implements SlashCommand {}

    /** The latest consultations. */
    record Listing() implements SlashCommand {}

    /** The log of decisions. */
    record Log(LogQuestion question) implements SlashCommand {}

    /** The consultation of the room goes on. */
    record Resume() implements SlashCommand {}

    /** The consultation of the room rests. */
    record Stop() implements SlashCommand {}

    /** Another answer is looked at. `text`: what if, as typed; may be empty. */
    record WhatIf(String text) implements SlashCommand {}

    /** The record as a file. `format`: `md`, `json` or empty for both. */
    record Export(String format) implements SlashCommand {}

    /** What is set for the room. */
    record ShowSettings() implements SlashCommand {}

    /**
     * @param channel as typed, for example `#decisions` or how the platform writes a channel; `off` for nowhere, `here` for the room;
     *     empty to ask
     */
    record SummaryChannel(String channel) implements SlashCommand {
        private static final Set<String> OFF = Set.of("off", "none");
        private static final Set<String> HERE = Set.of("here", "this");

        /** What a command chooses for summaries, of a room or of the workspace; empty when it is about something else. */
        public static Optional<SummaryChannel> in(SlashCommand command) {
            return switch (command) {
                case SummaryChannel choice -> Optional.of(choice);
                case WorkspaceSetting(TeamSettings.Name name, String value)
                when name == TeamSettings.Name.SUMMARY_CHANNEL -> Optional.of(new SummaryChannel(value));
                default -> Optional.empty();
            };
        }

        /** The channel that is chosen in a room; empty for nowhere. */
        String from(String room) {
            return off() ? "" : here() ? room : channel;
        }

        boolean off() {
            return OFF.contains(word());
        }

        /** Whether the room itself is meant. */
        boolean here() {
            return HERE.contains(word());
        }

        /** Whether another channel is named, which the adapter has to find. */
        public boolean named() {
            return !channel.isEmpty() && !off() && !here();
        }

        private String word() {
            return channel.toLowerCase(Locale.ROOT);
        }
    }

    record ForgetThread() implements SlashCommand {}

    /** What the person who asks said is forgotten, in the whole workspace. */
    record ForgetMe() implements SlashCommand {}

    record ForgetWorkspace() implements SlashCommand {}

    /** Something that holds for the whole workspace. `value`: as typed, in lower case unless it names a channel. */
    record WorkspaceSetting(TeamSettings.Name setting, String value) implements SlashCommand {}

    /** Something that holds for the room. `value`: as typed; empty to ask. */
    record RoomSetting(TeamSettings.Name setting, String value) implements SlashCommand {
        /** A value that is none is refused with what is expected, as is any single word; more words than a value has are a problem. */
        private static final Pattern FORM = Pattern.compile(
                "(digest|reminder|broadcast|watch)(?: (off|on|weekly.{0,80}|monthly.{0,80}|\\d{1,3}(?: days?| ?%)?"
                        + "|(?:(?:every|each|after|at|on|in|once)(?= )|(?:mon|tues|wednes|thurs|fri|satur|sun|to)day"
                        + "|daily|hourly|quarterly|yearly|yes|no|never|none|true|false|\\d+)\\S*(?: \\S+){0,3}|\\S+))?[.!]?",
                Pattern.CASE_INSENSITIVE);

        private static Optional<SlashCommand> read(String typed) {
            Matcher form = FORM.matcher(typed);
            return form.matches()
                    ? Optional.of(new RoomSetting(
                            TeamSettings.Name.valueOf(form.group(1).toUpperCase(Locale.ROOT)),
                            form.group(2) == null ? "" : form.group(2).strip()))
                    : Optional.empty();
        }
    }

    /** A problem to open a consultation about. `problem`: as typed; may be empty. */
    record Open(String problem) implements SlashCommand {}

    /** Reads what follows the command. Commands are told from problems by standing alone: "list" is one, "list our problems" is not. */
    static SlashCommand parse(String text) {
        String typed = text.strip();
        String word = typed.toLowerCase(Locale.ROOT).replaceAll("[.!?]+$", "").strip();
        return switch (word) {
            case "help", "?", "commands" -> new Help();
            case "status" -> new Status();
            case "list" -> new Listing();
            case "resume", "continue" -> new Resume();
            case "stop", "cancel", "pause" -> new Stop();
            case "export" -> new Export("");
            case "export md", "export markdown" -> new Export("md");
            case "export json" -> new Export("json");
            case "settings" -> new ShowSettings();
            case "forget this" -> new ForgetThread();
            case "forget me" -> new ForgetMe();
            case "workspace forget everything" -> new ForgetWorkspace();
            default ->
                HelpTopic.asked(typed)
                        .<SlashCommand>map(HelpOn::new)
                        .or(() -> LogQuestion.read(typed).map(Log::new))
                        .or(() -> RoomSetting.read(typed))
                        .orElseGet(() -> withArgument(typed));
        };
    }

    private static SlashCommand withArgument(String typed) {
        Matcher whatIf = Patterns.WHAT_IF.matcher(typed);
        if (whatIf.matches()) {
            return new WhatIf(whatIf.group(1).strip());
        }
        Matcher workspace = Patterns.WORKSPACE.matcher(typed);
        if (workspace.matches()) {
            return switch (workspace.group(1).toLowerCase(Locale.ROOT).replace(' ', '-')) {
                case "summary-channel" ->
                    new WorkspaceSetting(
                            TeamSettings.Name.SUMMARY_CHANNEL,
                            workspace.group(2).strip());
                case "shared-costs" ->
                    new WorkspaceSetting(
                            TeamSettings.Name.SHARED_COSTS,
                            workspace.group(2).strip().toLowerCase(Locale.ROOT));
                default ->
                    new WorkspaceSetting(
                            TeamSettings.Name.RETENTION,
                            workspace.group(2).strip().toLowerCase(Locale.ROOT));
            };
        }
        Matcher channel = Patterns.SUMMARY_CHANNEL.matcher(typed);
        return channel.matches() ? new SummaryChannel(channel.group(1).strip()) : new Open(typed);
    }

    /** How commands with an argument look. */
    final class Patterns {
        private static final Pattern WHAT_IF =
                Pattern.compile("what[ -]?if\\b[ :…]*(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        private static final Pattern WORKSPACE = Pattern.compile(
                "workspace (summary[ -]channel|shared[ -]costs|retention)\\b\\s*(\\S{1,200}(?: \\S{1,80}){0,3})",
                Pattern.CASE_INSENSITIVE);
        private static final Pattern SUMMARY_CHANNEL =
                Pattern.compile("summary[ -]channel\\b\\s*(\\S{0,200}(?: \\S{1,80}){0,3})", Pattern.CASE_INSENSITIVE);

        private Patterns() {}
    }
}
