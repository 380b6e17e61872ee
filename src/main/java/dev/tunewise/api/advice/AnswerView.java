package dev.tunewise.api.advice;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.answer.CaseAnswer;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The answer in the terms of the case; it is there before a verdict too. */
@Serdeable
public record AnswerView(
        String literal,
        List<SourceView> sources,
        List<AnsweredView> answers,
        List<AnsweredView> notes,
        @JsonProperty("case") String facts,
        String cause,
        List<MoveView> moves,
        List<String> assumed) {

    /** A question, answered, or something to know. */
    @Serdeable
    record AnsweredView(String text, List<String> steps, List<SourceView> sources) {
        static List<AnsweredView> of(List<CaseAnswer.Answered> answers) {
            return answers.stream()
                    .map(answer -> new AnsweredView(answer.text(), answer.steps(), SourceView.of(answer.sources())))
                    .toList();
        }
    }

    /** What to do next. */
    @Serdeable
    record MoveView(
            String id,
            String text,
            String why,
            String tomorrow,
            String effort,
            String number,
            List<SourceView> sources) {
        static MoveView of(CaseAnswer.Advised move) {
            return new MoveView(
                    move.id(),
                    move.text(),
                    move.why(),
                    move.tomorrow(),
                    move.effort(),
                    move.number(),
                    SourceView.of(move.sources()));
        }
    }

    /** The answer as JSON. */
    public static AnswerView of(CaseAnswer answer) {
        return new AnswerView(
                answer.literal(),
                SourceView.of(answer.sources()),
                AnsweredView.of(answer.answers()),
                AnsweredView.of(answer.notes()),
                answer.facts(),
                answer.cause(),
                answer.moves().stream().map(MoveView::of).toList(),
                answer.assumed());
    }
}
