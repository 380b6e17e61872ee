package dev.tunewise.web.thread;

import dev.tunewise.chat.Block;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One part of the thread as somebody sees it. Items are compared by value to tell which of them changed. */
public sealed interface ThreadItem {
    String id();

    public record Said(String id, String author, boolean mine, Instant at, String text) implements ThreadItem {}

    /** What somebody clicked, where no settled question shows it. */
    record Did(String id, String author, boolean mine, Instant at, String what) implements ThreadItem {}

    /**
     * A post of the consultant.
     *
     * @param plain the same in a sentence, to be read out
     * @param open whether its questions, if any, wait for an answer
     * @param toOneself whether only the reader sees it
     */
    record Shown(String id, Instant at, List<Block> blocks, String plain, Kind kind, boolean open, boolean toOneself)
            implements ThreadItem {}

    /** What a post is about, as far as it looks different. */
    enum Kind {
        QUESTION,
        /** It asked something and says the result. */
        SETTLED,
        ANSWER,
        /** Anything else. */
        REMARK;

        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
