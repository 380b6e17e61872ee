package dev.tunewise.conversation.answer;

import dev.tunewise.advice.answer.AskedForm;
import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.wording.Messages;
import java.util.Comparator;
import java.util.List;

/** Answers a question whose form no yes, no or general page answers: which one, and what to put to whoever offers it. */
record FormAnswers(Messages wording, AdvicePort.Judgement judged) {
    /** A way is taken where its steps come first so likely, and so much likelier than the other's; below the last it is advised against. */
    private static final double LIKELY = 0.25;

    private static final double AHEAD = 0.1;
    private static final double UNLIKELY = 0.15;

    /** The answer, without spans where what was written for the kind of question says it, or nothing does. */
    Text of(CaseAnswer.Answered answer) {
        AskedForm form = answer.form();
        boolean unfit = !answer.isUnderstood() || form.says() || answer.judges();
        Text none = new Text(List.of());
        if (!unfit || judged.equals(AdvicePort.Judgement.NONE) && answer.isUnderstood()) {
            return none;
        }
        return switch (form.kind()) {
            case ASK -> answer.isUnderstood() ? none : wording.text("form-ask");
            case CHOICE -> choice(form.ways(), choosesTraining(answer));
            case WHETHER, CAUSE, OPEN -> none;
        };
    }

    /** Whether training is one of the ways: then the verdict chooses where the steps do not. */
    static boolean choosesTraining(CaseAnswer.Answered answer) {
        return answer.form().ways().stream()
                .flatMap(way -> way.levers().stream())
                .anyMatch(lever -> lever.startsWith("fine-tune"));
    }

    /** Whether what was told answers a question for a cause that nothing else answers. */
    static boolean takesCauses(CaseAnswer answer) {
        return answer.answers().stream().anyMatch(FormAnswers::isOpenCause)
                && answer.notes().stream().anyMatch(note -> !note.asked().isEmpty());
    }

    static boolean isOpenCause(CaseAnswer.Answered answer) {
        return answer.form().kind() == AskedForm.Kind.CAUSE && !answer.isUnderstood();
    }

    private Text choice(List<AskedForm.Way> ways, boolean judged) {
        if (ways.isEmpty()) {
            return wording.text("choice-which");
        }
        List<AskedForm.Way> ranked = ways.stream()
                .sorted(Comparator.comparing(this::share).reversed())
                .toList();
        AskedForm.Way first = ranked.getFirst();
        AskedForm.Way last = ranked.getLast();
        boolean mapped = ways.stream().noneMatch(way -> way.levers().isEmpty());
        if (share(first) >= LIKELY && share(first) - share(last) >= AHEAD) {
            return wording.text("choice-rather", first.words(), last.words(), step(first));
        }
        AskedForm.Way known =
                ways.stream().filter(way -> !way.levers().isEmpty()).findFirst().orElse(first);
        if (!known.levers().isEmpty()
                && share(first) < UNLIKELY
                && !this.judged.steps().isEmpty()) {
            return mapped
                    ? wording.text(
                            "choice-neither",
                            ways.getFirst().words(),
                            ways.getLast().words(),
                            likeliest())
                    : wording.text("choice-not", known.words(), likeliest());
        }
        return judged
                ? new Text(List.of())
                : wording.text(
                        "choice-open", ways.getFirst().words(), ways.getLast().words());
    }

    private double share(AskedForm.Way way) {
        return way.share(judged::share);
    }

    private String step(AskedForm.Way way) {
        return way.levers().stream()
                .max(Comparator.comparing(judged::share))
                .map(lever -> judged.steps().get(lever))
                .map(AdvicePort.Likely::name)
                .orElse("");
    }

    private String likeliest() {
        return judged.steps().values().stream()
                .max(Comparator.comparing(AdvicePort.Likely::share))
                .map(AdvicePort.Likely::name)
                .orElse("");
    }
}
