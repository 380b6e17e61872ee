package dev.tunewise.reading.result;

import java.util.List;

/**
 * What was found in a message.
 *
 * @param reads answers, at most one for a fact, in the order of the message
 * @param proposed what it says without a sign that it is the speaker's own present state; of facts that were neither read nor asked back
 * @param asks what has to be asked back, at most one for a fact that was not read
 * @param unread pieces that say something and were not understood
 * @param unplaced of these the ones that state a number or touch a fact
 * @param unreal pieces that are supposed, asked indirectly or said by others
 * @param ofOthers pieces whose subject is somebody or something else
 * @param intent what the message orders or asks, if anything; a message can hold both an intent and answers
 * @param settings what it says of the numbers behind the figures
 */
public record Reading(
        List<ExtractedAnswer> reads,
        List<ProposedAnswer> proposed,
        List<Clarification> asks,
        List<Span> unread,
        List<Span> unplaced,
        List<Span> unreal,
        List<Span> ofOthers,
        Intent intent,
        ParameterReadings settings) {
    /** One that holds an intent alone. */
    public static Reading of(Intent intent, List<Span> unread) {
        return new Reading(
                List.of(),
                List.of(),
                List.of(),
                unread,
                List.of(),
                List.of(),
                List.of(),
                intent,
                ParameterReadings.NONE);
    }

    /** What it says of the case alone, with another intent. */
    public Reading with(Intent other) {
        return new Reading(reads, proposed, asks, List.of(), List.of(), List.of(), List.of(), other, settings);
    }
}
