package dev.tunewise.slack;

import dev.tunewise.chat.Action;
import dev.tunewise.conversation.Input;
import dev.tunewise.session.Conversation;
import dev.tunewise.session.SlashCommand;
import java.util.Optional;

/** Takes what people write: answers in a thread, mentions, direct messages, corrections of what they wrote before. */
final class MessageDesk {
    private final Turns turns;
    private final Orders orders;

    MessageDesk(Turns turns, Orders orders) {
        this.turns = turns;
        this.orders = orders;
    }

    /**
     * A message.
     *
     * @param person who wrote it
     * @param bot id of our own user
     * @param room channel or direct message
     * @param direct whether it was written to us alone
     * @param timestamp the message
     * @param thread root of its thread; empty outside of one
     * @param text as Slack sends it
     * @param mention whether Slack says that it mentions us
     */
    record Written(
            Person person,
            String bot,
            String room,
            boolean direct,
            String timestamp,
            String thread,
            String text,
            boolean mention) {

        String root() {
            return thread.isEmpty() ? timestamp : thread;
        }

        String plain() {
            return SlackText.plain(text, bot);
        }

        boolean addressed() {
            return direct || mention || SlackText.mentions(text, bot);
        }
    }

    void written(Written message) {
        // A mention comes twice, as message and as mention, and sometimes more often: the same key makes it one turn.
        String key = "message:" + message.room() + ":" + message.timestamp();
        Optional<Conversation> here = turns.at(message.person().workspace(), message.room(), message.root());
        String text = message.plain();
        if (here.isPresent() && !isForTheRoom(message)) {
            Input input = text.isEmpty()
                    ? new Input.Clicked(Action.Command.of("repeat"))
                    : new Input.Said(text, message.addressed());
            if (!text.isEmpty() || message.addressed()) {
                turns.take(here.get(), Turns.Deed.at(message.timestamp(), message.person(), key, input));
            }
        } else if (message.mention() || (message.direct() && !text.isEmpty())) {
            orders.carryOut(order(message, key));
        }
    }

    /** A few commands are about the room and not about the consultation in whose thread they stand. */
    private static boolean isForTheRoom(Written message) {
        return message.addressed()
                && switch (command(message)) {
                    case SlashCommand.Listing _, SlashCommand.ShowSettings _, SlashCommand.SummaryChannel _ -> true;
                    default -> false;
                };
    }

    private static Orders.Order order(Written message, String key) {
        Turns.Deed deed =
                Turns.Deed.at(message.timestamp(), message.person(), key, new Input.Said(message.plain(), true));
        SlashCommand command = command(message);
        // Only a new consultation goes on in this thread; commands are about the one that the room has.
        boolean opens = command instanceof SlashCommand.Open || message.direct();
        Orders.Place place = new Orders.Place(message.room(), opens ? message.root() : "", message.direct());
        return new Orders.Order(command, "@Tunewise", place, deed);
    }

    private static SlashCommand command(Written message) {
        return SlashCommand.parse(SlackText.plain(Channels.ids(message.text()), message.bot()));
    }

    /** Somebody corrected a message; in a consultation the new words are read like any others. */
    void corrected(Written message, String editedAt) {
        String key = "edit:" + message.room() + ":" + message.timestamp() + ":" + editedAt;
        String text = message.plain();
        turns.at(message.person().workspace(), message.room(), message.root())
                .filter(_ -> !text.isEmpty())
                .ifPresent(conversation -> turns.take(
                        conversation,
                        Turns.Deed.at(
                                message.timestamp(),
                                message.person(),
                                key,
                                new Input.Said(text, message.addressed()))));
    }
}
