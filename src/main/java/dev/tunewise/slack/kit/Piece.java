package dev.tunewise.slack.kit;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A part of a message that may have to be shortened.
 *
 * @param control whether people click it, so that it stays when text has to go
 * @param whole whether it shows everything when it has all the room it wants
 * @param within its blocks with at most so many characters; none when nothing of it fits
 */
record Piece(boolean control, boolean whole, IntFunction<List<Shown>> within) {
    static final int UNLIMITED = Integer.MAX_VALUE;

    /** A part that stays whole or goes. */
    static Piece control(List<JsonObject> blocks) {
        return whole(true, blocks);
    }

    /** A text that stays whole or goes. */
    static Piece text(JsonObject block) {
        return whole(false, List.of(block));
    }

    /** A text of which a part can be shown. */
    static Piece shortenable(IntFunction<List<Shown>> within) {
        return new Piece(false, true, within);
    }

    private static Piece whole(boolean control, List<JsonObject> blocks) {
        List<Shown> shown = blocks.stream().map(Shown::only).toList();
        int weight = Weight.of(blocks);
        return new Piece(control, true, max -> weight <= max ? shown : List.of());
    }

    List<Shown> all() {
        return within.apply(UNLIMITED);
    }

    static int weight(List<Shown> shown) {
        return shown.stream().mapToInt(each -> Weight.of(each.block())).sum();
    }
}
