package dev.tunewise.conversation.state;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.StackedMarks;
import java.util.List;
import java.util.Map;

/** What a person did, as the channel reports it. */
public sealed interface UserInput {
    /** `text`: the problem in their words; may be empty. */
    record Opened(String text) implements UserInput {
        public Opened {
            text = StackedMarks.limited(text);
        }
    }

    /**
     * Opened the consultation from a decision record.
     *
     * @param title the problem in the words of whoever opened the recorded one; may be empty
     */
    record Imported(String title, List<Change.Recorded> facts, List<Change.Preset> parameters, List<String> remarks)
            implements UserInput {}

    /**
     * @param addressed whether it was meant for us: a mention, a reply to our message where the channel knows, or a chat with us alone; where
     *     people talk to each other we answer only what we can read
     */
    public record Said(String text, boolean addressed) implements UserInput {
        public Said {
            text = StackedMarks.limited(text);
        }

        public Said(String text) {
            this(text, true);
        }
    }

    /**
     * Edited a message that was typed before, or deleted it.
     *
     * @param text as it reads now, mentions of the bot removed; empty when it is gone
     * @param entries the entries that the message and its earlier edits made; a channel gives none, they are found by the message
     */
    record Edited(String text, boolean addressed, List<Long> entries) implements UserInput {
        public Edited {
            text = StackedMarks.limited(text);
            entries = List.copyOf(entries);
        }

        /** An edit as a channel reports it. */
        public Edited(String text, boolean addressed) {
            this(text, addressed, List.of());
        }
    }

    /** Clicked something of ours. */
    record Clicked(Action action) implements UserInput {}

    /** `values`: value by fact id as {@link Action.Answer} writes it; blank ones are left as they are. */
    record Filled(Map<String, String> values) implements UserInput {
        public Filled {
            values = Map.copyOf(values);
        }
    }

    /** Nobody did anything: the time for something came. `occasion`: what it is, for example {@link #REMINDER}. */
    public record TimeCame(String occasion, Map<String, String> details) implements UserInput {
        /** A consultation stalled; its detail `days` says how long. */
        public static final String REMINDER = "reminder";

        /** The figures of a decision moved; its details `cause`, `before` and `now` say why and how. */
        public static final String WATCH = "watch";

        /** Whether costs may be seen where it takes place was changed. */
        public static final String COSTS = "costs";

        /** The owner of a decision left, or is back; its details `person` and `left` say who and which. */
        public static final String OWNER = "owner";

        public TimeCame {
            details = Map.copyOf(details);
        }
    }
}
