package dev.tunewise.session.command;

import dev.tunewise.chat.Action;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.conversation.wording.HelpTopic;
import dev.tunewise.session.log.LogQuestion;
import dev.tunewise.session.log.LogService;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.Erasure;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.ThreadLinks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out the commands of a channel, in a room or in the thread of a consultation. The adapter shows what comes back to the person who
 * gave the command, and brings the channel's own terms into neutral ones before.
 */
public record CommandService(
        Consultations consultations,
        ConversationStore store,
        SummaryRouter summaries,
        SettingsService settings,
        ForgetService forget,
        LogService log,
        ThreadLinks links,
        CommandReplies notices,
        FlowChoice flows) {
    private static final int LISTED = 10;

    public sealed interface Reply {
        /**
         * Rooms that a notice names by id, for which the channel puts what people call them.
         *
         * @param secret those of them whose names are for people in them alone
         */
        record Named(Set<String> ids, Set<String> secret) {
            static final Named NONE = new Named(Set.of(), Set.of());
        }

        /** To be shown to the person alone. `named`: rooms that it names; the secret ones are not for this person. */
        record Told(CommandReplies.Notice notice, Named named) implements Reply {
            Told(CommandReplies.Notice notice) {
                this(notice, Named.NONE);
            }
        }

        /**
         * To be shown to everybody in some rooms, and to the person where they are elsewhere.
         *
         * @param named rooms that it names; the secret ones are for whoever did it and for those rooms themselves
         */
        record Announced(CommandReplies.Notice notice, Set<String> rooms, Named named) implements Reply {}

        /** A consultation was opened or took a turn; its posts are on their way. */
        record Turned(Consultations.Taken taken) implements Reply {}
    }

    /**
     * Carries out a command.
     *
     * @param called how the command is called on the channel, for example `/tunewise`
     * @param address the room, with the thread where the command was given in one
     * @param inbound the event; its input is put in place by the desk
     */
    public Reply take(SlashCommand command, String called, Address address, InboundEvent inbound) {
        return switch (command) {
            case SlashCommand.Help _ -> new Reply.Told(notices.help(called, flows.others()));
            case SlashCommand.HelpOn(HelpTopic topic) -> new Reply.Told(notices.help(called, topic));
            case SlashCommand.Listing _ -> new Reply.Told(notices.list(lines(address)));
            case SlashCommand.Log(LogQuestion question) -> new Reply.Told(log.show(address, question, called, inbound));
            case SlashCommand.ShowSettings _ ->
                settings.show(address, inbound.author().id());
            case SlashCommand.SummaryChannel choice -> settings.summaryChannel(address, choice, inbound);
            case SlashCommand.ForgetMe _ ->
                forgotten(
                        new Erasure.OfPerson(
                                address.channel(),
                                address.workspace(),
                                inbound.author().id()),
                        inbound);
            case SlashCommand.ForgetThread _ -> forgetThread(address, inbound);
            case SlashCommand.ForgetWorkspace _ ->
                settings.mayAdminister(address, inbound)
                        ? forgotten(new Erasure.OfWorkspace(address.channel(), address.workspace()), inbound)
                        : new Reply.Told(notices.say("settings-admins-only"));
            case SlashCommand.RoomSetting choice -> settings.room(address, choice, inbound);
            case SlashCommand.WorkspaceSetting choice
            when choice.setting() == TeamSettings.Name.SHARED_COSTS -> sharedCosts(address, choice, inbound);
            case SlashCommand.WorkspaceSetting choice -> settings.workspace(address, choice, inbound);
            case SlashCommand.Open(String problem)
            when problem.isBlank() -> new Reply.Told(notices.sayTheProblem(called, flows.others()));
            case SlashCommand.Open(String word)
            when HelpTopic.called(word).isPresent() ->
                new Reply.Told(notices.help(called, HelpTopic.called(word).get()));
            case SlashCommand.Open _
            when !summaries.showsCosts(address) ->
                new Reply.Told(notices.say("shared-room", CommandReplies.before(called)));
            case SlashCommand.Open(String typed) -> {
                FlowChoice.Chosen chosen = flows.of(typed);
                UserInput opened = new UserInput.Opened(chosen.problem());
                yield new Reply.Turned(consultations.open(chosen.flow(), address, inbound.with(opened)));
            }
            case SlashCommand.Status _ -> turn(address, inbound, click(ConversationCommand.STATUS));
            case SlashCommand.Resume _ -> turn(address, inbound, click(ConversationCommand.RESUME));
            case SlashCommand.Stop _ -> turn(address, inbound, click(ConversationCommand.STOP));
            case SlashCommand.WhatIf(String text) ->
                turn(
                        address,
                        inbound,
                        text.isBlank()
                                ? click(ConversationCommand.WHAT_IF)
                                : new UserInput.Said("what if " + text, true));
            case SlashCommand.Export(String format) ->
                turn(
                        address,
                        inbound,
                        new UserInput.Clicked(new Action.Command(
                                ConversationCommand.EXPORT.id(),
                                format.isEmpty() ? Map.of() : Map.of("format", format))));
        };
    }

    /** The consultation that a command in this place is about: that of the thread, else the one of the room that changed last. */
    public Optional<String> conversation(Address address) {
        if (!address.thread().isEmpty()) {
            return store.digest(address).map(ConversationSummary::id);
        }
        return store.ofRoom(address, 1).stream().findFirst().map(ConversationSummary::id);
    }

    /** Permission for costs concerns every shared room: each is told, and what stands there is shown accordingly. */
    private Reply sharedCosts(Address address, SlashCommand.WorkspaceSetting choice, InboundEvent inbound) {
        Reply reply = settings.workspace(address, choice, inbound);
        SharedRooms shared = shared();
        List<Address> rooms = log.rooms(address);
        if (settings.mayAdminister(address, inbound)) {
            // Also where it was set so before: a crash may have come between. Only what looks otherwise now is posted.
            shared.redraw(shared.among(rooms), inbound);
        }
        if (!(reply instanceof Reply.Announced(var notice, var concerned, var named))) {
            return reply;
        }
        Set<String> told = new LinkedHashSet<>(concerned);
        told.addAll(shared.of(rooms));
        return new Reply.Announced(notice, told, named);
    }

    /** A room is shared with another organisation from now on, or no more: what names costs there goes or comes back. */
    public void sharing(Address room, InboundEvent cause) {
        settings.directory().changed(room, cause.key());
        shared().redraw(
                        log.rooms(room).stream()
                                .filter(each -> each.room().equals(room.room())
                                        || summaries
                                                .channel(each)
                                                .filter(room.room()::equals)
                                                .isPresent())
                                .toList(),
                        cause);
    }

    private SharedRooms shared() {
        return new SharedRooms(store, summaries, settings.directory(), consultations);
    }

    /** Whoever opened a consultation has it forgotten, or an admin. */
    private Reply forgetThread(Address address, InboundEvent inbound) {
        Optional<Conversation> found = conversation(address).flatMap(store::find);
        if (found.isEmpty()) {
            return new Reply.Told(notices.say("nothing-here"));
        }
        boolean own = !found.get().entries().isEmpty()
                && found.get()
                        .entries()
                        .getFirst()
                        .author()
                        .id()
                        .equals(inbound.author().id());
        return own || settings.mayAdminister(address, inbound)
                ? forgotten(new Erasure.OfThread(found.get().id()), inbound)
                : new Reply.Told(notices.say("forget-denied"));
    }

    private Reply forgotten(Erasure which, InboundEvent inbound) {
        return new Reply.Told(
                notices.say("forgotten", forget.forget(which, inbound.author().id(), inbound.at())));
    }

    private Reply turn(Address address, InboundEvent inbound, UserInput input) {
        return conversation(address)
                .<Reply>map(id -> new Reply.Turned(consultations.take(id, inbound.with(input))))
                .orElseGet(() -> new Reply.Told(notices.say("nothing-here")));
    }

    private static UserInput click(ConversationCommand verb) {
        return new UserInput.Clicked(verb.action());
    }

    /** Those of other rooms may not be for everybody's eyes. */
    private List<CommandReplies.Line> lines(Address address) {
        boolean costs = summaries.showsCosts(address);
        return store.ofRoom(address, LISTED).stream()
                .map(digest -> new CommandReplies.Line(
                        digest.line(links.link(digest.id(), digest.address()).orElse(""), "", "", costs),
                        digest.state() == ConversationSummary.State.STOPPED))
                .toList();
    }
}
