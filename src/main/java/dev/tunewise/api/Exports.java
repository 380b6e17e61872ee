package dev.tunewise.api;

import java.util.Optional;

/** Port: files and pictures made from a consultation as it stands. */
public interface Exports {

    /**
     * A file.
     *
     * @param kind `md` or `json`
     */
    Optional<byte[]> file(String conversation, String kind);

    /**
     * A picture as SVG.
     *
     * @param chart its key: `break-even`, `payback` or `cumulative`
     * @param width width in pixels, brought within what can be drawn
     * @param dark whether it is for a dark page
     */
    Optional<String> picture(String conversation, String chart, int width, boolean dark);

    /**
     * The same as PNG.
     *
     * @param density pixels of the picture for each of the width, brought within what can be drawn: 2 is sharp on a phone
     */
    Optional<byte[]> png(String conversation, String chart, int width, int density, boolean dark);
}
