package dev.tunewise.conversation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.answer.AnswerForm;
import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.form.FormAnswers;
import dev.tunewise.conversation.form.OpeningAnswer;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.flow.interview.NamedThings;
import dev.tunewise.testing.FineTuning;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseBlocksTest {
    private static final NamedThings NAMED =
            new NamedThings(FineTuning.flow().guidance().mentions());
    private static final OpeningAnswer.Judgement NO = new OpeningAnswer.Judgement("no", Text.plain("Probably no."));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Is he right?|true",
                "Would that help?|true",
                "Should we fine-tune it or is retrieval enough?|true",
                "Which one?|false",
                "and what should I ask them?|false",
                "How many do we need?|false",
                "Stay or build our own?|false"
            })
    void aVerdictAnswersOnlyAYesOrNo(String asked, boolean due) {
        CaseAnswer.Answered one = new CaseAnswer.Answered(
                asked,
                "Compare both on 50 real cases.",
                List.of(),
                CaseAnswer.Code.NONE,
                List.of(),
                CaseAnswer.Verdict.WEIGHED,
                form(asked));
        CaseAnswer answer = alone(one);
        List<Block> blocks = new CaseBlocks(Messages.english()).literal(answer, NO);
        Block said =
                new Block.Paragraph(NO.said().then(Text.plain(" ")).then(Text.plain("Compare both on 50 real cases.")));
        assertEquals(due, blocks.contains(said), blocks.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"How do I talk him out of it, or is he right?", "Why does it fail or does it not fail?"})
    void twoQuestionsAreNoChoice(String asked) {
        assertEquals(List.of(), form(asked).ways());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Which card do we need?|Yes, with 24 GB: it fits. Rent first.|With 24 GB: it fits. Rent first.",
                "Does it fit?|Yes, with 24 GB: it fits. Rent first.|Yes, with 24 GB: it fits. Rent first."
            })
    void anOpenQuestionKeepsWhatStandsBehindTheYes(String asked, String text, String kept) {
        CaseAnswer.Answered one = new CaseAnswer.Answered(
                asked,
                text,
                List.of(),
                CaseAnswer.Code.NONE,
                List.of(),
                CaseAnswer.Verdict.OTHER,
                AnswerForm.of(asked, text, NAMED));
        String said = new CaseBlocks(Messages.english())
                .literal(alone(one), NO).stream()
                        .map(Block.Paragraph.class::cast)
                        .map(paragraph -> paragraph.text().characters())
                        .toList()
                        .getLast();
        assertEquals(kept, said);
    }

    /** A case with nothing but this answer. */
    private static CaseAnswer alone(CaseAnswer.Answered answer) {
        return new CaseAnswer(
                List.of(answer),
                true,
                false,
                List.of(),
                CaseAnswer.Settings.NONE,
                List.of(),
                List.of(),
                "",
                "",
                List.of(),
                List.of());
    }

    private static AnswerForm form(String asked) {
        return AnswerForm.of(asked, "Compare both on 50 real cases.", NAMED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Stay, or take something we own?|0.6|0.1|Rather “stay” than “take something we own”",
                "Stay, or take something we own?|0.1|0.6|Rather “take something we own” than “stay”",
                "And would a bigger model fix it or is it the data|0.6|0|Neither “a bigger model fix it” nor “the data” first",
                "Train on those or pay for the bigger one?|0.9|0|Neither “train on those” nor “pay for the bigger one” first"
            })
    void aChoiceGetsOneOfTheAskersOwnWays(String asked, double prompt, double own, String told) {
        OpeningAnswer.Judgement judged = new OpeningAnswer.Judgement(
                "no",
                NO.said(),
                NO.first(),
                Map.of(
                        "prompt",
                        new FormAnswers.Likely("Better prompt", prompt),
                        "self-host",
                        new FormAnswers.Likely("Own machines", own)));
        CaseAnswer.Answered open = new CaseAnswer.Answered(
                asked, "", List.of(), CaseAnswer.Code.NONE, List.of(), CaseAnswer.Verdict.OPEN, form(asked));
        CaseAnswer answer = alone(open);
        String said = new CaseBlocks(Messages.english())
                .literal(answer, judged)
                .toString()
                .replaceAll("], (?:Strong|Plain)\\[text=", "");
        assertTrue(said.contains(told), said);
        assertFalse(said.contains("I cannot say"), said);
    }
}
