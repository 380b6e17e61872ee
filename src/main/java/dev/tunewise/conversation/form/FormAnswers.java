package dev.tunewise.conversation.form;

import dev.tunewise.advice.answer.AnswerForm;
import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.flow.forecast.Forecast;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Answers a question that names ways to go, where nothing else says which. */
public record FormAnswers(Messages wording, Map<String, Likely> steps) {
    /** A way is taken where its steps come first so likely, and so much likelier than the other's; below the last it is advised against. */
    private static final double LIKELY = 0.25;

    private static final double AHEAD = 0.1;
    private static final double UNLIKELY = 0.15;

    /** Where neither is likely, another step is named only if it is as likely as this. */
    private static final double NAMED = 0.6;

    /** The answer, without spans where what was written for the question says it, which is more than the likeliest step of anybody's case, or nothing does. */
    public Text of(CaseAnswer.Answered answer) {
        List<AnswerForm.Way> ways = answer.form().ways();
        return answer.isUnderstood() || ways.isEmpty() ? new Text(List.of()) : choice(ways);
    }

    /** Whether training is one of the ways: then the verdict chooses where the steps do not. */
    public static boolean choosesTraining(CaseAnswer.Answered answer) {
        return answer.form().ways().stream()
                .flatMap(way -> way.levers().stream())
                .anyMatch(lever -> lever.startsWith("fine-tune"));
    }

    /** Whether what was told answers a question for a cause that nothing else answers. */
    public static boolean takesCauses(CaseAnswer answer) {
        return answer.answers().stream().anyMatch(FormAnswers::isOpenCause)
                && answer.notes().stream().anyMatch(note -> !note.asked().isEmpty());
    }

    public static boolean isOpenCause(CaseAnswer.Answered answer) {
        return answer.form().kind() == AnswerForm.Kind.CAUSE && !answer.isUnderstood();
    }

    private Text choice(List<AnswerForm.Way> ways) {
        List<AnswerForm.Way> ranked = ways.stream()
                .sorted(Comparator.<AnswerForm.Way>comparingDouble(this::share).reversed())
                .toList();
        AnswerForm.Way first = ranked.getFirst();
        AnswerForm.Way last = ranked.getLast();
        boolean mapped = ways.stream().noneMatch(way -> way.levers().isEmpty());
        if (share(first) >= LIKELY && share(first) - share(last) >= AHEAD) {
            return wording.text("choice-rather", first.words(), last.words(), step(first));
        }
        AnswerForm.Way known =
                ways.stream().filter(way -> !way.levers().isEmpty()).findFirst().orElse(first);
        if (!known.levers().isEmpty() && share(first) < UNLIKELY && likeliest().share() >= NAMED) {
            return mapped
                    ? wording.text(
                            "choice-neither",
                            ways.getFirst().words(),
                            ways.getLast().words(),
                            likeliest().name())
                    : wording.text("choice-not", known.words(), likeliest().name());
        }
        return new Text(List.of());
    }

    /** A step that may come first; `share`: how likely, 0 to 1. */
    public record Likely(String name, double share) {}

    /** What may come first, by lever. */
    public static Map<String, Likely> likely(Optional<Forecast> forecast, UnaryOperator<String> name) {
        return forecast.map(Forecast::steps).orElse(List.of()).stream()
                .collect(Collectors.toMap(
                        Forecast.Step::lever,
                        step -> new Likely(name.apply(step.lever()), step.probability()),
                        (first, _) -> first));
    }

    private double share(String lever) {
        Likely step = steps.get(lever);
        return step == null ? 0 : step.share();
    }

    private double share(AnswerForm.Way way) {
        return way.share(this::share);
    }

    private String step(AnswerForm.Way way) {
        return way.levers().stream()
                .max(Comparator.<String>comparingDouble(this::share))
                .map(lever -> steps.get(lever))
                .map(Likely::name)
                .orElse("");
    }

    private Likely likeliest() {
        return steps.values().stream()
                .max(Comparator.comparingDouble(Likely::share))
                .orElse(new Likely("", 0));
    }
}
