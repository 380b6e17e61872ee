package dev.tunewise.advice.answer;

import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.interview.NamedThings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A measurement of the asker's own that decides the case: what only asks for a verdict is answered by it, before everything else. A plain sum
 * answers only the questions whose words it decides.
 */
record OwnMeasurement(Guidance.Note finding, CaseAnswer.Answered said) {
    static final String SUM = "sum";
    /** It settles nothing about training, so whoever asks that is told first what it looks like. */
    private static final String OPEN = "open";

    /** The answers with the first of these that decides one; sums beside it answer what it leaves. */
    static List<CaseAnswer.Answered> opening(
            List<CaseAnswer.Answered> answers, List<OwnMeasurement> findings, boolean general, List<String> quotes) {
        List<CaseAnswer.Answered> opened = answers;
        Set<CaseAnswer.Answered> told = new HashSet<>();
        for (OwnMeasurement finding : findings) {
            if (opened == answers || finding.isSum()) {
                opened = finding.before(opened, general, quotes, told);
            }
        }
        return opened;
    }

    /** The first that only supports an answer to these words, without its steps. */
    static List<CaseAnswer.Answered> beside(List<OwnMeasurement> findings, String words) {
        return findings.stream()
                .filter(finding -> !finding.settles() && (!finding.isSum() || finding.decides(words)))
                .map(finding -> new CaseAnswer.Answered(finding.said.text(), finding.said.sources()))
                .limit(1)
                .toList();
    }

    /** What was measured and says by itself whether to train goes before what is put together from the case; a sum beside it only supports. */
    private boolean settles() {
        return !isSum() && !OPEN.equals(finding.finds());
    }

    private boolean isSum() {
        return SUM.equals(finding.finds());
    }

    /**
     * The answers without those that it decides, and with it in their place: at the front, a plain sum where the first of them stood. Unchanged
     * where it decides none; where there are no answers it is the only one.
     *
     * @param general whether nothing but the general question was put, or what was put is only guessed
     * @param quotes the words of the questions, where there are as many as answers
     * @param told what was measured and told before, which stays; this is added where it is told
     */
    private List<CaseAnswer.Answered> before(
            List<CaseAnswer.Answered> answers, boolean general, List<String> quotes, Set<CaseAnswer.Answered> told) {
        List<String> words = words(answers, quotes);
        boolean alone = answers.size() == 1 && !answers.getFirst().isUnderstood();
        List<Integer> decided = IntStream.range(0, answers.size())
                .filter(at -> !told.contains(answers.get(at)))
                .filter(at -> !answers.get(at).isComposed() || settles())
                .filter(at -> !isSum()
                                && (general
                                        || alone
                                        || answers.get(at).judges()
                                        || answers.get(at).isComposed())
                        || decides(words.get(at)))
                .boxed()
                .toList();
        boolean apart =
                !isSum() && words.stream().filter(each -> !each.isEmpty()).count() > 1;
        List<Integer> vague =
                decided.stream().filter(at -> !answers.get(at).isParticular()).toList();
        if (apart && !decided.isEmpty()) {
            // What was asked beside it has its own answer.
            decided = vague.isEmpty() ? decided.subList(0, 1) : vague;
        }
        if (decided.isEmpty() && !answers.isEmpty()) {
            return answers;
        }
        List<Integer> taken = decided;
        boolean whether = taken.stream().anyMatch(at -> answers.get(at).judges());
        CaseAnswer.Answered own = whether && OPEN.equals(finding.finds()) ? said.judging() : said;
        String asked = taken.stream()
                .map(words::get)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(Guidance.BETWEEN_QUOTES));
        List<CaseAnswer.Answered> opened = IntStream.range(0, answers.size())
                .filter(at -> !taken.contains(at))
                .mapToObj(answers::get)
                .collect(Collectors.toCollection(ArrayList::new));
        CaseAnswer.Answered answer = opened.isEmpty() ? own : own.under(asked);
        opened.add(isSum() && !taken.isEmpty() ? taken.getFirst() : 0, answer);
        told.add(answer);
        return opened;
    }

    /** The words under which each answer was asked for; empty where nobody knows. */
    private static List<String> words(List<CaseAnswer.Answered> answers, List<String> quotes) {
        return IntStream.range(0, answers.size())
                .mapToObj(at -> answers.get(at).asked().isEmpty() && quotes.size() == answers.size()
                        ? quotes.get(at)
                        : answers.get(at).asked())
                .toList();
    }

    private boolean decides(String words) {
        Pattern decides = finding.decides();
        return decides != null && decides.matcher(NamedThings.plain(words)).find();
    }
}
