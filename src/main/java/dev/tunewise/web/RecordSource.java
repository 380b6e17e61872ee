package dev.tunewise.web;

import dev.tunewise.chat.Block;
import java.util.List;
import java.util.Optional;

/** Port: the record of a consultation, and what belongs to it. Everything is made from the consultation as it stands. */
public interface RecordSource {

    /** The record as a page. */
    Optional<Shown> shown(String conversation);

    /**
     * A picture as SVG.
     *
     * @param chart its key
     * @param width width in pixels, brought within what can be drawn
     * @param dark whether it is for a dark page
     */
    Optional<String> picture(String conversation, String chart, int width, boolean dark);

    /**
     * A file.
     *
     * @param export its kind: `md` or `json`
     */
    Optional<byte[]> file(String conversation, String export);

    /**
     * A record as a page.
     *
     * @param title the problem as put
     * @param blocks the whole record
     */
    record Shown(String title, List<Block> blocks) {
        public Shown {
            blocks = List.copyOf(blocks);
        }
    }
}
