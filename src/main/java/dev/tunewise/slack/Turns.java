package dev.tunewise.slack;

import dev.tunewise.conversation.Input;
import dev.tunewise.session.Address;
import dev.tunewise.session.Consultations;
import dev.tunewise.session.Conversation;
import dev.tunewise.session.Inbound;
import java.time.Instant;
import java.util.Optional;

/** Hands what people did to the consultations, with the key that makes every event count once. */
final class Turns {
    private final Consultations consultations;
    private final Names names;
    private final String flow;

    /**
     * Turns.
     *
     * @param flow id of the flow that new consultations follow
     */
    Turns(Consultations consultations, Names names, String flow) {
        this.consultations = consultations;
        this.names = names;
        this.flow = flow;
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

    Consultations.Taken open(Address address, Deed deed) {
        return consultations.open(flow, address, inbound(deed));
    }

    Consultations.Taken take(Conversation conversation, Deed deed) {
        return consultations.take(conversation.id(), inbound(deed));
    }

    private Inbound inbound(Deed deed) {
        Person person = deed.person();
        return new Inbound(
                deed.key(),
                names.author(person.workspace(), person.user(), person.hint()),
                deed.at(),
                deed.message(),
                deed.input());
    }
}
