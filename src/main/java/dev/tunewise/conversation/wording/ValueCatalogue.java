package dev.tunewise.conversation.wording;

import dev.tunewise.chat.Input;
import java.util.List;

/** Port: the entries that a fact with a catalogue can take, for example models. */
@FunctionalInterface
public interface ValueCatalogue {
    /** The entries of a catalogue by its name in the flow, the likeliest first; empty for an unknown one. */
    List<Input.Option> entries(String name);
}
