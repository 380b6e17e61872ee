package dev.tunewise.slack;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.model.Message;
import dev.tunewise.conversation.Input;
import dev.tunewise.session.Conversation;
import dev.tunewise.session.SlashCommand;
import java.time.InstantSource;
import java.util.Optional;

/** Takes the slash command and the shortcut on a message. */
final class CommandDesk {
    private final Orders orders;
    private final Turns turns;
    private final ResponseUrls responseUrls;
    private final InstantSource clock;

    CommandDesk(Orders orders, Turns turns, ResponseUrls responseUrls, InstantSource clock) {
        this.orders = orders;
        this.turns = turns;
        this.responseUrls = responseUrls;
        this.clock = clock;
    }

    void given(SlashCommandPayload payload) {
        Person person = new Person(
                Person.workspace(payload.isEnterpriseInstall(), payload.getEnterpriseId(), payload.getTeamId()),
                payload.getUserId(),
                payload.getUserName() == null ? "" : payload.getUserName());
        responseUrls.keep(payload.getChannelId(), person.user(), payload.getResponseUrl());
        String text = payload.getText() == null ? "" : SlackText.plain(Channels.ids(payload.getText()), "");
        // Every command has a trigger of its own, which names it.
        Turns.Deed deed = new Turns.Deed(
                person, "command:" + payload.getTriggerId(), clock.instant(), "", new Input.Said(text, true));
        Orders.Place place = new Orders.Place(payload.getChannelId(), "", false);
        orders.carryOut(new Orders.Order(SlashCommand.parse(text), payload.getCommand(), place, deed));
    }

    /** Somebody wants our opinion on a message: it is read in the consultation of its thread, or opens one there. */
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
        Person person = new Person(
                Person.workspace(payload.isEnterpriseInstall(), enterprise, team),
                payload.getUser().getId(),
                payload.getUser().getName() == null ? "" : payload.getUser().getName());
        String room = payload.getChannel().getId();
        responseUrls.keep(room, person.user(), payload.getResponseUrl());
        String thread = message.getThreadTs() == null ? message.getTs() : message.getThreadTs();
        String text = message.getText() == null ? "" : SlackText.plain(message.getText(), "");
        Turns.Deed deed = Turns.Deed.at(
                message.getTs(), person, "message:" + room + ":" + message.getTs(), new Input.Said(text, true));
        Optional<Conversation> here = turns.at(person.workspace(), room, thread);
        if (here.isPresent() && !text.isEmpty()) {
            turns.take(here.get(), deed);
        } else if (here.isEmpty()) {
            Orders.Place place = new Orders.Place(room, thread, room.startsWith("D"));
            orders.carryOut(new Orders.Order(new SlashCommand.Open(text), "/tunewise", place, deed));
        }
    }
}
