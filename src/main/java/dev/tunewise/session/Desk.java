package dev.tunewise.session;

import dev.tunewise.chat.Action;
import dev.tunewise.conversation.Input;
import dev.tunewise.conversation.Notices;
import dev.tunewise.conversation.Verb;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Carries out the commands of a channel, in a room or in the thread of a consultation. The adapter shows what comes back to the person who
 * gave the command, and brings the channel's own terms into neutral ones before.
 */
public final class Desk {
    private static final int LISTED = 10;

    private final Consultations consultations;
    private final ConversationStore store;
    private final Summaries summaries;
    private final ThreadLinks links;
    private final Notices notices;
    private final String flow;

    /**
     * A desk.
     *
     * @param flow id of the flow that problems are opened with
     */
    public Desk(
            Consultations consultations,
            ConversationStore store,
            Summaries summaries,
            ThreadLinks links,
            Notices notices,
            String flow) {
        this.consultations = consultations;
        this.store = store;
        this.summaries = summaries;
        this.links = links;
        this.notices = notices;
        this.flow = flow;
    }

    /** The words for what a channel itself has to say, before or after a command. */
    public Notices notices() {
        return notices;
    }

    /** What came of a command. */
    public sealed interface Reply {
        /**
         * To be shown to the person alone.
         *
         * @param notice what to show
         */
        record Told(Notices.Notice notice) implements Reply {}

        /**
         * A consultation was opened or took a turn; its posts are on their way.
         *
         * @param taken what came of it
         */
        record Turned(Consultations.Taken taken) implements Reply {}
    }

    /**
     * Carries out a command.
     *
     * @param command the command
     * @param called how the command is called on the channel, for example `/tunewise`
     * @param address the room, with the thread where the command was given in one
     * @param inbound the event; its input is put in place by the desk
     */
    public Reply take(SlashCommand command, String called, Address address, Inbound inbound) {
        return switch (command) {
            case SlashCommand.Help _ -> new Reply.Told(notices.help(called));
            case SlashCommand.Listing _ -> new Reply.Told(notices.list(lines(address)));
            case SlashCommand.ShowSettings _ -> new Reply.Told(settings(address));
            case SlashCommand.SummaryChannel choice -> new Reply.Told(summaryChannel(address, choice));
            case SlashCommand.Open(String problem)
            when problem.isBlank() -> new Reply.Told(notices.sayTheProblem(called));
            case SlashCommand.Open(String problem) ->
                new Reply.Turned(consultations.open(flow, address, with(inbound, new Input.Opened(problem))));
            case SlashCommand.Status _ -> turn(address, inbound, click(Verb.STATUS));
            case SlashCommand.Resume _ -> turn(address, inbound, click(Verb.RESUME));
            case SlashCommand.Stop _ -> turn(address, inbound, click(Verb.STOP));
            case SlashCommand.WhatIf(String text) ->
                turn(address, inbound, text.isBlank() ? click(Verb.WHAT_IF) : new Input.Said("what if " + text, true));
            case SlashCommand.Export(String format) ->
                turn(
                        address,
                        inbound,
                        new Input.Clicked(new Action.Command(
                                Verb.EXPORT.id(), format.isEmpty() ? Map.of() : Map.of("format", format))));
        };
    }

    /** The consultation that a command in this place is about: that of the thread, else the one of the room that changed last. */
    public Optional<String> conversation(Address address) {
        if (!address.thread().isEmpty()) {
            return store.digest(address).map(Digest::id);
        }
        return ofRoom(address, 1).findFirst().map(Digest::id);
    }

    /** Consultations of one room, the newest change first; those of other rooms may not be for everybody's eyes. */
    private Stream<Digest> ofRoom(Address address, int limit) {
        return store
                .inRooms(
                        address.channel(),
                        address.workspace(),
                        Set.of(address.room()),
                        EnumSet.allOf(Digest.State.class),
                        limit)
                .stream();
    }

    private Reply turn(Address address, Inbound inbound, Input input) {
        return conversation(address)
                .<Reply>map(id -> new Reply.Turned(consultations.take(id, with(inbound, input))))
                .orElseGet(() -> new Reply.Told(notices.nothingHere()));
    }

    private static Input click(Verb verb) {
        return new Input.Clicked(verb.action());
    }

    private static Inbound with(Inbound inbound, Input input) {
        return new Inbound(inbound.key(), inbound.author(), inbound.at(), inbound.message(), input);
    }

    private List<Notices.Line> lines(Address address) {
        return ofRoom(address, LISTED)
                .map(digest -> new Notices.Line(
                        digest.title(),
                        switch (digest.state()) {
                            case OPEN -> Notices.Status.OPEN;
                            case CONCLUDED -> Notices.Status.CONCLUDED;
                            case STOPPED -> Notices.Status.STOPPED;
                        },
                        digest.headline(),
                        digest.saving(),
                        links.link(digest.id(), digest.address()).orElse("")))
                .toList();
    }

    private Notices.Notice settings(Address address) {
        return notices.settings(summaries.channel(address).orElse(""));
    }

    private Notices.Notice summaryChannel(Address address, SlashCommand.SummaryChannel choice) {
        if (choice.channel().isEmpty()) {
            return settings(address);
        }
        String chosen = choice.off() ? "" : choice.here() ? address.room() : choice.channel();
        summaries.choose(address, chosen);
        return notices.summaryChannelSet(chosen);
    }
}
