package dev.tunewise.advice.answer;

import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.interview.NamedThings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A measurement of the asker's own that decides the case: what only asks for a verdict is answered by it, before everything else. A plain sum
 * answers only the questions whose words it decides.
 */
record OwnFinding(Guidance.Note finding, CaseAnswer.Answered said) {
    static final String SUM = "sum";
    /** It settles nothing about training, so whoever asks that is told first what it looks like. */
    private static final String OPEN = "open";

    /** The answers with the first of these that decides one; sums beside it answer what it leaves. */
    static List<CaseAnswer.Answered> opening(
            List<CaseAnswer.Answered> answers, List<OwnFinding> findings, boolean general, List<String> quotes) {
        List<CaseAnswer.Answered> opened = answers;
        Set<CaseAnswer.Answered> told = new HashSet<>();
        for (OwnFinding finding : findings) {
            if (opened == answers || finding.isSum()) {
                opened = finding.before(opened, general, quotes, told);
            }
        }
        return opened;
    }

    private boolean isSum() {
        return SUM.equals(finding.finds());
    }

    /**
     * The answers with it at their front, a plain sum at the place of what it answers; unchanged where no question is decided by it.
     *
     * @param general whether nothing but the general question was put, or what was put is only guessed
     * @param quotes the words of the questions, where there are as many as answers
     * @param told what was measured and told before, which stays; this is added where it is told
     */
    private List<CaseAnswer.Answered> before(
            List<CaseAnswer.Answered> answers, boolean general, List<String> quotes, Set<CaseAnswer.Answered> told) {
        List<CaseAnswer.Answered> left = new ArrayList<>();
        String decided = "";
        boolean whether = false;
        int place = -1;
        for (int at = 0; at < answers.size(); at++) {
            CaseAnswer.Answered answer = answers.get(at);
            boolean quoted = answer.asked().isEmpty() && quotes.size() == answers.size();
            String words = quoted ? quotes.get(at) : answer.asked();
            boolean alone = answers.size() == 1 && !answer.isUnderstood();
            boolean judged = !isSum() && (general || answer.judges() || alone);
            if (!told.contains(answer) && (judged || decides(words))) {
                decided = decided.isEmpty() ? words : decided;
                whether |= answer.judges();
                place = place < 0 && isSum() ? at : Math.max(place, 0);
            } else {
                left.add(answer);
            }
        }
        if (left.size() == answers.size() && !answers.isEmpty()) {
            return answers;
        }
        CaseAnswer.Answered own = whether && OPEN.equals(finding.finds()) ? said.judging() : said;
        CaseAnswer.Answered answer = left.isEmpty() ? own : own.under(decided);
        left.add(Math.max(place, 0), answer);
        told.add(answer);
        return left;
    }

    private boolean decides(String words) {
        Pattern decides = finding.decides();
        return decides != null && decides.matcher(NamedThings.plain(words)).find();
    }
}
