package dev.tunewise.price.offer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A model that people still name and nobody sells any more. `ended`: its last day, or null when not known. */
public record RetiredModel(
        String name,
        String provider,
        SizeClass sizeClass,
        @Nullable LocalDate ended) {
    /** Stands between the name and the last day of a model. */
    public static final String ENDED = " ended on ";

    /** What happened to it, as a sentence without its full stop. */
    public String text() {
        return ended == null ? name + " is not sold any more" : name + ENDED + ended;
    }
}
