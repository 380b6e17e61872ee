package dev.tunewise.advice.answer;

import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.interview.NamedThings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A measurement of the asker's own that decides the case: what only asks for a verdict is answered by it, before everything else. */
record OwnFinding(Guidance.Note finding, CaseAnswer.Answered said) {
    /**
     * The answers with it at their front; unchanged where no question is decided by it.
     *
     * @param general whether nothing but the general question was put
     * @param quotes the words of the questions, where there are as many as answers
     */
    List<CaseAnswer.Answered> before(List<CaseAnswer.Answered> answers, boolean general, List<String> quotes) {
        List<CaseAnswer.Answered> left = new ArrayList<>();
        String decided = "";
        for (int at = 0; at < answers.size(); at++) {
            CaseAnswer.Answered answer = answers.get(at);
            String words = quotes.size() == answers.size() ? quotes.get(at) : answer.asked();
            boolean alone = answers.size() == 1 && !answer.isUnderstood();
            if (general || answer.judges() || alone || decides(words)) {
                decided = decided.isEmpty() ? words : decided;
            } else {
                left.add(answer);
            }
        }
        if (left.size() == answers.size() && !answers.isEmpty()) {
            return answers;
        }
        left.addFirst(left.isEmpty() ? said : said.under(decided));
        return left;
    }

    private boolean decides(String words) {
        Pattern decides = finding.decides();
        return decides != null && decides.matcher(NamedThings.plain(words)).find();
    }
}
