package dev.tunewise.slack.handle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.channel.ChannelFrame;
import dev.tunewise.chat.Action;
import dev.tunewise.conversation.followup.FollowUpPhrases;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.command.MessageChanges;
import dev.tunewise.session.command.SlashCommand;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.slack.client.SlackChannels;
import dev.tunewise.slack.decode.SharedMessage;
import dev.tunewise.slack.decode.SlackEvent;
import dev.tunewise.slack.decode.SlackText;
import dev.tunewise.slack.decode.SlackTimestamp;
import dev.tunewise.slack.decode.SlackUser;
import dev.tunewise.slack.deliver.SlackDelivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes what people write: answers in a thread, mentions, direct messages, corrections of what they wrote before. */
public record SlackMessageHandler(SlackConsultations turns, SlackCommandHandler orders, MessageChanges changes) {
    /**
     * @param room channel or direct message
     * @param thread root of its thread; empty outside of one
     * @param starter who wrote that root; empty when Slack does not say
     */
    record Written(
            SlackUser person,
            String bot,
            String room,
            boolean direct,
            String timestamp,
            String thread,
            String starter,
            String text,
            boolean mention) {
        /**
         * A message out of an event.
         *
         * @param message the part of the event that holds it, which is the event itself but for edits
         */
        static Written of(SlackEvent happened, JsonNode message) {
            JsonNode event = happened.event();
            String own = SlackEvent.text(message, "text");
            String thread = SlackEvent.id(message, "thread_ts");
            List<SharedMessage> shared = SharedMessage.in(message);
            // Who only forwards something into a thread says nothing: its author does. Elsewhere an author may have no
            // place.
            boolean authors = own.isBlank()
                    && !thread.isEmpty()
                    && shared.size() == 1
                    && !shared.getFirst().author().isEmpty();
            return new Written(
                    happened.person(authors ? shared.getFirst().author() : SlackEvent.id(message, "user")),
                    happened.bot(),
                    SlackEvent.id(event, "channel"),
                    SlackEvent.text(event, "channel_type").equals("im"),
                    SlackEvent.id(message, "ts"),
                    thread,
                    SlackEvent.id(message, "parent_user_id"),
                    authors
                            ? shared.getFirst().text()
                            : own + shared.stream().map(SharedMessage::quoted).collect(Collectors.joining()),
                    happened.type().equals("app_mention"));
        }

        String root() {
            return thread.isEmpty() ? timestamp : thread;
        }

        String plain() {
            return SlackText.plain(text, bot);
        }

        Written reading(String other) {
            return new Written(person, bot, room, direct, timestamp, thread, starter, other, mention);
        }

        /** The text with our own mentions told from those of people. */
        String others() {
            return text.replace("<@" + bot + ">", "<@" + bot + "|>");
        }

        boolean maybeUnderOurs() {
            return !thread.isEmpty() && (starter.isEmpty() || starter.equals(bot));
        }

        boolean addressed() {
            return direct || mention || SlackText.mentions(text, bot);
        }
    }

    void written(Written sent) {
        Written message = sent.reading(turns.named(sent.person().workspace(), sent.others()));
        // A mention comes twice, as message and as mention, and sometimes more often: the same key makes it one turn.
        String key = "message:" + message.room() + ":" + message.timestamp();
        Optional<ConversationSummary> here = here(message);
        String text = message.plain();
        if (here.isPresent() && !isForTheRoom(message)) {
            UserInput input = text.isEmpty()
                    ? new UserInput.Clicked(Action.Command.of("repeat"))
                    : turns.said(message.text(), text, message.addressed());
            if (!text.isEmpty() || message.addressed()) {
                turns.take(here.get(), event(message, key, input));
            }
        } else if (message.mention() || (message.direct() && !text.isEmpty())) {
            Optional<ConversationSummary> underWay = underWay(message);
            if (underWay.isPresent()) {
                turns.take(underWay.get(), event(message, key, new UserInput.Said(text, true)));
            } else {
                orders.carryOut(order(message, key));
            }
        }
    }

    private Optional<ConversationSummary> here(Written message) {
        String workspace = message.person().workspace();
        return ChannelFrame.here(
                () -> turns.at(workspace, message.room(), message.root()),
                () -> message.maybeUnderOurs() && turns.opening(workspace, message.room()));
    }

    /** In a direct message people answer below the thread too; only a command is none for the consultation that asks there. */
    private Optional<ConversationSummary> underWay(Written message) {
        boolean words = message.direct() && message.thread().isEmpty() && command(message) instanceof SlashCommand.Open;
        if (!words) {
            return Optional.empty();
        }
        String workspace = message.person().workspace();
        // What becomes of an answer is said after it was given.
        return FollowUpPhrases.isForTheLast(message.plain())
                ? turns.latest(workspace, message.room())
                : turns.underWay(workspace, message.room(), SlackTimestamp.of(message.timestamp()));
    }

    /** A few commands are about the room and not about the consultation in whose thread they stand. */
    private static boolean isForTheRoom(Written message) {
        return message.addressed() && command(message).isAboutTheRoom();
    }

    private InboundEvent event(Written message, String key, UserInput input) {
        return turns.event(
                message.person(),
                key,
                SlackTimestamp.of(message.timestamp()),
                message.timestamp(),
                input,
                !message.direct());
    }

    private SlackCommandHandler.Order order(Written message, String key) {
        InboundEvent event = event(message, key, new UserInput.Said(message.plain(), true));
        SlashCommand parsed = command(message);
        // Channels are ids in commands only: a problem is shown to people.
        SlashCommand command = parsed instanceof SlashCommand.Open ? new SlashCommand.Open(message.plain()) : parsed;
        // Only a new consultation goes on in this thread; commands are about the one that the room has.
        boolean opens = command instanceof SlashCommand.Open;
        Address place =
                SlackConsultations.address(message.person().workspace(), message.room(), opens ? message.root() : "");
        return new SlackCommandHandler.Order(command, "@Tunewise", place, event);
    }

    private static SlashCommand command(Written message) {
        return SlashCommand.parse(SlackText.plain(SlackChannels.ids(message.text()), message.bot()));
    }

    /** Somebody edited a message; in a consultation its new words replace what it gave. */
    void corrected(Written edited, String editedAt) {
        Written message = edited.reading(turns.named(edited.person().workspace(), edited.others()));
        String key = "edit:" + message.room() + ":" + message.timestamp() + ":" + editedAt;
        String text = message.plain();
        here(message).filter(_ -> !text.isEmpty()).ifPresent(conversation -> {
            InboundEvent edit = event(message, key, new UserInput.Edited(text, message.addressed()));
            turns.admit(conversation.address(), edit, false);
            changes.edited(conversation.id(), edit);
        });
    }

    /** Somebody deleted a message. `root`: of its thread; empty where Slack does not say. */
    void deleted(String workspace, String room, String timestamp, String root, Instant at) {
        String key = room + ":" + timestamp;
        changes.consultation(SlackDelivery.CHANNEL, workspace, "message:" + key)
                .or(() -> turns.at(workspace, room, root.isEmpty() ? timestamp : root)
                        .map(ConversationSummary::id))
                .ifPresent(conversation -> changes.deleted(conversation, "delete:" + key, timestamp, at));
    }

    /** Others may read a channel from now on, or no more: another organisation, or all of one's own. */
    void sharing(String workspace, String room, String key, Instant at) {
        Address channel = SlackConsultations.address(workspace, room, "");
        orders.desk().sharing(channel, new InboundEvent(key, Author.SERVICE, at, "", new UserInput.Said("")));
    }

    /** Somebody is no more in the workspace. */
    void left(String workspace, String person, Instant at) {
        changes.personLeft(SlackConsultations.address(workspace, "", ""), person, at);
    }

    /** A channel was deleted, and with it all that was said there. */
    void channelDeleted(String workspace, String room, Instant at) {
        changes.channelDeleted(SlackConsultations.address(workspace, room, ""), at);
    }
}
