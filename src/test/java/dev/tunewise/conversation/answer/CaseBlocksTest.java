package dev.tunewise.conversation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.wording.Messages;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseBlocksTest {
    private static final AdvicePort.Judgement NO = new AdvicePort.Judgement("no", Text.plain("Probably no."));

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
                CaseAnswer.Verdict.WEIGHED);
        CaseAnswer answer = new CaseAnswer(
                List.of(one), true, CaseAnswer.Settings.NONE, List.of(), List.of(), "", "", List.of(), List.of());
        List<Block> blocks = new CaseBlocks(Messages.english()).literal(answer, NO);
        assertEquals(due, blocks.contains(new Block.Paragraph(NO.said())), blocks.toString());
    }
}
