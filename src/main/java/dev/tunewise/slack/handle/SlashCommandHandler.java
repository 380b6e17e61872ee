package dev.tunewise.slack.handle;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.model.Message;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.command.SlashCommand;
import dev.tunewise.session.inbox.Unreadable;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.slack.client.SlackChannels;
import dev.tunewise.slack.decode.SlackText;
import dev.tunewise.slack.decode.SlackTimestamp;
import dev.tunewise.slack.decode.SlackUser;
import dev.tunewise.slack.deliver.ResponseUrls;
import java.time.InstantSource;
import java.util.Optional;

/** Takes the slash command and the shortcut on a message. */
public record SlashCommandHandler(
        SlackCommandHandler orders, SlackConsultations turns, ResponseUrls responseUrls, InstantSource clock) {

    void given(SlashCommandPayload payload) {
        if (payload.getUserId() == null || payload.getChannelId() == null) {
            throw new Unreadable("a command without a person or a channel");
        }
        SlackUser person = new SlackUser(
                SlackUser.workspace(payload.isEnterpriseInstall(), payload.getEnterpriseId(), payload.getTeamId()),
                payload.getUserId(),
                payload.getUserName() == null ? "" : payload.getUserName());
        responseUrls.keep(payload.getChannelId(), person.user(), payload.getResponseUrl());
        String text = payload.getText() == null ? "" : SlackText.plain(SlackChannels.ids(payload.getText()), "");
        // Every command has a trigger of its own, which names it.
        InboundEvent event = turns.event(
                person, "command:" + payload.getTriggerId(), clock.instant(), "", new UserInput.Said(text, true), true);
        Address place = SlackConsultations.address(person.workspace(), payload.getChannelId(), "");
        SlashCommand parsed = SlashCommand.parse(text);
        // Channels are ids in commands only: a problem is shown to people.
        SlashCommand command = parsed instanceof SlashCommand.Open && payload.getText() != null
                ? new SlashCommand.Open(SlackText.plain(turns.named(person.workspace(), payload.getText()), ""))
                : parsed;
        orders.carryOut(new SlackCommandHandler.Order(command, payload.getCommand(), place, event));
    }

    /** Who wrote a message; whoever points at one of an app stands for it. */
    private static SlackUser writer(Message message, SlackUser person) {
        String author = message.getUser() == null ? "" : message.getUser();
        boolean known = !author.isEmpty() && !author.equals(person.user()) && message.getBotId() == null;
        return known ? new SlackUser(person.workspace(), author, "") : person;
    }

    /** Somebody wants our opinion on a message, which stays its writer's: it is read in the consultation of its thread, or opens one there. */
    void asked(MessageShortcutPayload payload) {
        Message message = payload.getMessage();
        if (message == null || payload.getChannel() == null || payload.getUser() == null) {
            return;
        }
        String team = payload.getTeam() == null
                ? payload.getUser().getTeamId()
                : payload.getTeam().getId();
        String enterprise =
                payload.getEnterprise() == null ? null : payload.getEnterprise().getId();
        SlackUser person = new SlackUser(
                SlackUser.workspace(payload.isEnterpriseInstall(), enterprise, team),
                payload.getUser().getId(),
                payload.getUser().getName() == null ? "" : payload.getUser().getName());
        String room = payload.getChannel().getId();
        responseUrls.keep(room, person.user(), payload.getResponseUrl());
        String thread = message.getThreadTs() == null ? message.getTs() : message.getThreadTs();
        String text = message.getText() == null
                ? ""
                : SlackText.plain(turns.named(person.workspace(), message.getText()), "");
        InboundEvent event = turns.event(
                writer(message, person),
                "message:" + room + ":" + message.getTs(),
                SlackTimestamp.of(message.getTs()),
                message.getTs(),
                new UserInput.Said(text, true),
                !SlackConsultations.isDirect(room));
        Optional<ConversationSummary> here = turns.at(person.workspace(), room, thread);
        if (here.isPresent() && !text.isEmpty()) {
            turns.take(here.get(), event);
        } else if (here.isEmpty()) {
            Address place = SlackConsultations.address(person.workspace(), room, thread);
            orders.carryOut(new SlackCommandHandler.Order(new SlashCommand.Open(text), "/tunewise", place, event));
        }
    }
}
