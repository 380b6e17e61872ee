package dev.tunewise.advice.answer;

import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.flow.story.StoryRunner;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What there is to say to a case in its own terms. All texts are plain characters with the person's own figures in them.
 *
 * @param answers the questions that were put, answered in their order; empty where the verdict is the answer
 * @param particular whether something else was asked than the general question
 * @param notes what holds of things that were named, such as the end of a model
 * @param facts the case in a line; empty where nothing tells
 * @param cause what is probably behind it; may be empty
 * @param moves what to do next, the strongest first, three at most
 * @param assumed what was taken for granted, "label: value" each
 */
public record CaseAnswer(
        List<Answered> answers,
        boolean particular,
        List<Answered> notes,
        String facts,
        String cause,
        List<Advised> moves,
        List<String> assumed) {
    /** Nothing to say. */
    public static final CaseAnswer NONE = new CaseAnswer(List.of(), false, List.of(), "", "", List.of(), List.of());

    public CaseAnswer {
        answers = List.copyOf(answers);
        notes = List.copyOf(notes);
        moves = List.copyOf(moves);
        assumed = List.copyOf(assumed);
    }

    /** The answers in one text, without their steps; may be empty. */
    public String literal() {
        return answers.stream().map(Answered::text).collect(Collectors.joining(" "));
    }

    public List<SourceReference> sources() {
        return answers.stream()
                .flatMap(answer -> answer.sources().stream())
                .distinct()
                .toList();
    }

    /** Says whether it holds anything that the case alone calls for. */
    public boolean isEmpty() {
        return answers.isEmpty() && moves.isEmpty() && notes.isEmpty();
    }

    public StoryRunner.FirstWord firstWord() {
        List<String> steps =
                answers.stream().flatMap(answer -> answer.steps().stream()).toList();
        return new StoryRunner.FirstWord(
                String.join(" ", literal(), String.join(" ", steps)).strip(),
                moves.stream().map(Advised::id).toList());
    }

    /**
     * A question, answered, or something to know.
     *
     * @param text the answer
     * @param steps what to do, in this order; may be empty
     * @param sources where it comes from
     */
    public record Answered(String text, List<String> steps, List<SourceReference> sources) {
        public Answered {
            steps = List.copyOf(steps);
            sources = List.copyOf(sources);
        }
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
