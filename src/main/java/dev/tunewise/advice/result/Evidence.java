package dev.tunewise.advice.result;

import dev.tunewise.flow.interview.SourcedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * An answer or a figure that something rests on.
 *
 * @param given who said it and when, or null for a figure, which is worked out
 */
public record Evidence(
        String fact, String label, String value, @Nullable SourcedAnswer given) {}
