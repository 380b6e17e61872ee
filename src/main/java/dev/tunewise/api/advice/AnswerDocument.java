package dev.tunewise.api.advice;

import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.advice.document.AdviceDocument;
import dev.tunewise.advice.document.RecordTree;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer in the terms of the case, as JSON; it is there before a verdict too. */
public final class AnswerDocument {
    private static final RecordTree TREE = new RecordTree(
            AdviceDocument.TREE,
            Map.of(
                    CaseAnswer.class, "literal sources answers settings notes case=facts cause moves assumed",
                    CaseAnswer.Answered.class, "text steps code sources",
                    CaseAnswer.Settings.class, "remarks fine sources",
                    CaseAnswer.Code.class, "language text",
                    CaseAnswer.Advised.class, "id text why tomorrow effort number sources"));

    public static Map<String, @Nullable Object> of(CaseAnswer answer) {
        return TREE.parts(answer);
    }
}
