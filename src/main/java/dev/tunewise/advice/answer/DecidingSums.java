package dev.tunewise.advice.answer;

import dev.tunewise.advice.evaluation.FlowTexts;
import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.interview.NamedThings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts a sum before the answer to the question that it decides, each once; where nothing else answers, it is the answer. */
record DecidingSums(List<Guidance.Note> sums, StatedCase said, SlotText slots, FlowTexts texts) {
    /** Letters of a first sentence that is no more than a verdict. */
    private static final int SHORT = 24;

    /** `quotes`: the words of the questions, where there are as many as answers. */
    List<CaseAnswer.Answered> with(List<CaseAnswer.Answered> answers, List<String> quotes) {
        Set<Guidance.Note> used = new HashSet<>();
        List<CaseAnswer.Answered> opened = new ArrayList<>();
        for (int at = 0; at < answers.size(); at++) {
            CaseAnswer.Answered answer = answers.get(at);
            String words = quotes.size() == answers.size() ? quotes.get(at) : answer.asked();
            if (answer.isComposed()) {
                opened.add(answer);
                continue;
            }
            opened.add(deciding(words, used)
                    .flatMap(sum -> {
                        used.add(sum);
                        return slots.whole(sum.text()).map(text -> joined(answer, text, texts.cited(sum.sources())));
                    })
                    .orElse(answer));
        }
        return opened;
    }

    /** The sum that decides a question in these words, to stand beside its answer. */
    List<CaseAnswer.Answered> beside(String words) {
        return deciding(words, Set.of()).stream()
                .flatMap(sum -> slots.whole(sum.text()).stream()
                        .map(text -> new CaseAnswer.Answered(text, texts.cited(sum.sources()))))
                .toList();
    }

    private Optional<Guidance.Note> deciding(String words, Set<Guidance.Note> used) {
        String plain = NamedThings.plain(words);
        return sums.stream()
                .filter(sum -> {
                    Pattern decides = sum.decides();
                    return decides != null
                            && sum.finds().isEmpty()
                            && !used.contains(sum)
                            && decides.matcher(plain).find();
                })
                .filter(sum -> said.holds(sum) && slots.whole(sum.text()).isPresent())
                .findFirst();
    }

    /** A short yes or no keeps its place before the sum. */
    private static CaseAnswer.Answered joined(CaseAnswer.Answered answer, String sum, List<SourceReference> cited) {
        int first = answer.judges() ? answer.text().indexOf(". ") + 1 : 0;
        int place = first <= SHORT ? first : 0;
        String text = answer.isUnderstood()
                ? String.join(
                                " ",
                                answer.text().substring(0, place),
                                sum,
                                answer.text().substring(place).strip())
                        .strip()
                : sum;
        return new CaseAnswer.Answered(
                answer.asked(),
                text,
                answer.steps(),
                answer.code(),
                Stream.concat(cited.stream(), answer.sources().stream())
                        .distinct()
                        .toList(),
                answer.verdict() == CaseAnswer.Verdict.OPEN ? CaseAnswer.Verdict.OTHER : answer.verdict(),
                place > 0 ? answer.form() : answer.form().silent());
    }
}
