package dev.tunewise.slack;

import dev.tunewise.conversation.Input;
import dev.tunewise.session.Address;
import dev.tunewise.session.Consultations;
import dev.tunewise.session.Conversation;
import dev.tunewise.session.Inbound;
import dev.tunewise.session.Summaries;
import java.time.Instant;
import java.util.Optional;

/** Hands what people did to the consultations, with the key that makes every event count once. */
final class Turns {
    private final Consultations consultations;
    private final Summaries summaries;
    private final Names names;

    Turns(Consultations consultations, Summaries summaries, Names names) {
        this.consultations = consultations;
        this.summaries = summaries;
        this.names = names;
    }

    /**
     * What somebody did.
     *
     * @param person who
     * @param key names the event, the same for every copy of it
     * @param at when
     * @param message timestamp of the message it is about; may be empty
     * @param input what they did
     */
    record Deed(Person person, String key, Instant at, String message, Input input) {
        static Deed at(String timestamp, Person person, String key, Input input) {
            return new Deed(person, key, SlackTime.of(timestamp), timestamp, input);
        }
    }

    static Address address(String workspace, String room, String thread) {
        return new Address(SlackDelivery.CHANNEL, workspace, room, thread, "");
    }

    Optional<Conversation> at(String workspace, String room, String thread) {
        return thread.isEmpty() ? Optional.empty() : consultations.at(address(workspace, room, thread));
    }

    Optional<Conversation> find(String conversation) {
        return consultations.find(conversation);
    }

    /** The channel that summaries from a place go to. */
    Optional<String> summaryChannel(Address address) {
        return summaries.channel(address);
    }

    Consultations.Taken take(Conversation conversation, Deed deed) {
        return consultations.take(conversation.id(), inbound(deed));
    }

    Inbound inbound(Deed deed) {
        Person person = deed.person();
        return new Inbound(
                deed.key(),
                names.author(person.workspace(), person.user(), person.hint()),
                deed.at(),
                deed.message(),
                deed.input());
    }
}
