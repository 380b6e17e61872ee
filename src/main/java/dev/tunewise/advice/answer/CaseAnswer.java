package dev.tunewise.advice.answer;

import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.flow.story.StoryRunner;
import java.util.List;

/**
 * What there is to say to a case in its own terms. All texts are plain characters with the person's own figures in them.
 *
 * @param literal the question that was put, answered; empty where the verdict is the answer
 * @param sources where that answer comes from
 * @param facts the case in a line; empty where nothing tells
 * @param cause what is probably behind it; may be empty
 * @param moves what to do next, the strongest first, three at most
 * @param assumed what was taken for granted, "label: value" each
 */
public record CaseAnswer(
        String literal,
        List<SourceReference> sources,
        String facts,
        String cause,
        List<Advised> moves,
        List<String> assumed) {
    /** Nothing to say. */
    public static final CaseAnswer NONE = new CaseAnswer("", List.of(), "", "", List.of(), List.of());

    public CaseAnswer {
        sources = List.copyOf(sources);
        moves = List.copyOf(moves);
        assumed = List.copyOf(assumed);
    }

    /** Says whether it holds anything that the case alone calls for. */
    public boolean isEmpty() {
        return literal.isEmpty() && moves.isEmpty();
    }

    /** What stories look at. */
    public StoryRunner.FirstWord firstWord() {
        return new StoryRunner.FirstWord(
                literal, moves.stream().map(Advised::id).toList());
    }

    /**
     * A move for this case.
     *
     * @param id id of the move
     * @param text what to do
     * @param why the mechanism in a sentence
     * @param tomorrow the test and what its outcome means; may be empty
     * @param effort how long that takes
     * @param number a figure from the sources; may be empty
     * @param sources where it comes from
     */
    public record Advised(
            String id,
            String text,
            String why,
            String tomorrow,
            String effort,
            String number,
            List<SourceReference> sources) {
        public Advised {
            sources = List.copyOf(sources);
        }
    }
}
