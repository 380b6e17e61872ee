package dev.tunewise.slack.handle;

import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.command.SlashCommand;
import dev.tunewise.session.inbox.Unreadable;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.slack.client.SlackChannels;
import dev.tunewise.slack.decode.SlackInteraction;
import dev.tunewise.slack.decode.SlackText;
import dev.tunewise.slack.decode.SlackTimestamp;
import dev.tunewise.slack.decode.SlackUser;
import dev.tunewise.slack.deliver.ResponseUrls;
import java.time.InstantSource;
import java.util.Optional;

/** Takes the slash command and the shortcut on a message. */
public record SlashCommandHandler(
        SlackCommandHandler orders, SlackConsultations turns, ResponseUrls responseUrls, InstantSource clock) {
    void given(SlackInteraction payload) {
        SlackUser person = payload.person();
        String room = payload.room();
        if (person.user().isEmpty() || room.isEmpty()) {
            throw new Unreadable("a command without a person or a channel");
        }
        responseUrls.keep(room, person.user(), payload.text("response_url"));
        String text = SlackText.plain(SlackChannels.ids(payload.text("text")), "");
        // Every command has a trigger of its own, which names it.
        InboundEvent event = turns.event(
                person,
                "command:" + payload.text("trigger_id"),
                clock.instant(),
                "",
                new UserInput.Said(text, true),
                true);
        Address place = SlackConsultations.address(person.workspace(), room, "");
        SlashCommand parsed = SlashCommand.parse(text);
        // Channels are ids in commands only: a problem is shown to people.
        SlashCommand command = parsed instanceof SlashCommand.Open
                ? new SlashCommand.Open(SlackText.plain(turns.named(person.workspace(), payload.text("text")), ""))
                : parsed;
        orders.carryOut(new SlackCommandHandler.Order(command, payload.text("command"), place, event));
    }

    /** Who wrote a message; whoever points at one of an app stands for it. */
    private static SlackUser writer(SlackInteraction payload, SlackUser person) {
        String author = payload.text("message/user");
        boolean known = !author.isEmpty()
                && !author.equals(person.user())
                && payload.text("message/bot_id").isEmpty();
        return known ? new SlackUser(person.workspace(), author, "") : person;
    }

    /** Somebody wants our opinion on a message, which stays its writer's: it is read in the consultation of its thread, or opens one there. */
    void asked(SlackInteraction payload) {
        SlackUser person = payload.person();
        String room = payload.room();
        String message = payload.text("message/ts");
        if (message.isEmpty() || room.isEmpty() || person.user().isEmpty()) {
            return;
        }
        responseUrls.keep(room, person.user(), payload.text("response_url"));
        String thread = payload.text("message/thread_ts", "message/ts");
        String text = SlackText.plain(turns.named(person.workspace(), payload.text("message/text")), "");
        InboundEvent event = turns.event(
                writer(payload, person),
                "message:" + room + ":" + message,
                SlackTimestamp.of(message),
                message,
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
