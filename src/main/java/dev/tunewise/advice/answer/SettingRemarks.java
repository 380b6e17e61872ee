package dev.tunewise.advice.answer;

import dev.tunewise.advice.evaluation.FlowTexts;
import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.LiteralQuestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says of each setting that somebody named whether it is in the usual range; what an answer speaks of already is left out. */
record SettingRemarks(Guidance guidance, StatedCase said, SlotText slots, FlowTexts texts) {
    private static final int MOST = 5;

    /** What stands out comes first, each by itself; what is fine follows in one. */
    CaseAnswer.Settings of(List<LiteralQuestion> asked, List<CaseAnswer.Answered> written) {
        List<Guidance.Setting> named = guidance.settings().stream()
                .filter(setting -> remark(setting).isPresent())
                .toList();
        Set<String> spoken = spoken(asked, written, named);
        List<CaseAnswer.Answered> remarks = new ArrayList<>();
        List<String> fine = new ArrayList<>();
        Set<SourceReference> sources = new LinkedHashSet<>();
        for (Guidance.Setting setting : named) {
            Optional<Guidance.Remark> remark = spoken.contains(setting.fact()) ? Optional.empty() : remark(setting);
            remark.ifPresent(found -> slots.whole(found.text()).ifPresent(text -> {
                if (found.fine()) {
                    fine.add(text);
                    sources.addAll(texts.cited(found.sources()));
                } else if (remarks.size() < MOST) {
                    remarks.add(new CaseAnswer.Answered(text, texts.cited(found.sources())));
                }
            }));
        }
        return new CaseAnswer.Settings(remarks, fine, List.copyOf(sources));
    }

    private Optional<Guidance.Remark> remark(Guidance.Setting setting) {
        return setting.remarks().stream()
                .filter(each -> said.holds(each.when()))
                .findFirst();
    }

    /** Of the settings named those that the answers given name themselves; a text without any of them is not filled in to see whether it was given. */
    private Set<String> spoken(
            List<LiteralQuestion> asked, List<CaseAnswer.Answered> written, List<Guidance.Setting> named) {
        Set<String> told = new HashSet<>();
        written.forEach(answer -> {
            told.add(answer.text());
            told.addAll(answer.steps());
        });
        Set<String> spoken = new HashSet<>();
        asked.stream()
                .flatMap(question -> question.answers().stream())
                .flatMap(reply -> Stream.concat(
                        Stream.of(reply.text()), reply.steps().stream().map(Guidance.CasePart::text)))
                .filter(text -> named.stream().anyMatch(setting -> text.contains(setting.fact())))
                .filter(text -> slots.whole(text).filter(told::contains).isPresent())
                .forEach(text -> spoken.addAll(SlotText.named(text)));
        return spoken;
    }
}
