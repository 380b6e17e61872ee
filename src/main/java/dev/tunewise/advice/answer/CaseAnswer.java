package dev.tunewise.advice.answer;

import dev.tunewise.advice.result.Assumption;
import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.story.StoryRunner;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there is to say to a case in its own terms. All texts are plain characters with the person's own figures in them.
 *
 * @param answers the questions that were put, answered in their order; empty where the verdict is the answer
 * @param particular whether something else was asked than the general question
 * @param measured whether the asker's own figures answer something that was asked, so that an estimate beside them would only contradict
 * @param left the words of the questions that something else answers
 * @param settings what was set, with what to say of it
 * @param sums what the figures of the case come to, each with its calculation
 * @param notes what holds of things that were named, such as the end of a model
 * @param facts the case in a line; empty where nothing tells
 * @param cause what is probably behind it; may be empty
 * @param moves what to do next, the strongest first, three at most
 * @param assumed what was taken for granted, "label: value" each
 */
public record CaseAnswer(
        List<Answered> answers,
        boolean particular,
        boolean measured,
        List<String> left,
        Settings settings,
        List<Answered> sums,
        List<Answered> notes,
        String facts,
        String cause,
        List<Advised> moves,
        List<String> assumed) {
    public static final CaseAnswer NONE = new CaseAnswer(
            List.of(), false, false, List.of(), Settings.NONE, List.of(), List.of(), "", "", List.of(), List.of());

    /** The same where this was taken for granted. */
    public CaseAnswer assuming(List<Assumption> assumptions) {
        List<String> told = assumptions.stream()
                .map(each -> each.label() + ": " + each.value())
                .toList();
        return new CaseAnswer(answers, particular, measured, left, settings, sums, notes, facts, cause, moves, told);
    }

    /** The answers in one text, without their steps; may be empty. */
    public String literal() {
        return answers.stream().map(Answered::text).collect(Collectors.joining(" "));
    }

    public List<SourceReference> sources() {
        return answers.stream()
                .flatMap(answer -> answer.sources().stream())
                .distinct()
                .toList();
    }

    /** Says whether it holds anything that the case alone calls for. */
    public boolean isEmpty() {
        return answers.isEmpty() && moves.isEmpty() && notes.isEmpty();
    }

    public StoryRunner.Opening opening() {
        List<String> steps =
                answers.stream().flatMap(answer -> answer.steps().stream()).toList();
        List<String> more = Stream.concat(
                        settings.texts(),
                        Stream.concat(
                                answers.stream().map(Answered::code).map(Code::text),
                                Stream.concat(sums.stream(), notes.stream()).map(Answered::text)))
                .toList();
        return new StoryRunner.Opening(
                String.join(" ", literal(), String.join(" ", steps), String.join(" ", more))
                        .strip(),
                moves.stream().map(Advised::id).toList());
    }

    /**
     * A question, answered, or something to know.
     *
     * @param asked the words that put it, where it is one of several; may be empty
     * @param steps what to do, in this order; may be empty
     * @param code what to type; {@link Code#NONE} where there is nothing
     * @param verdict whether it was asked whether to train
     * @param form what form of answer the question allows
     */
    public record Answered(
            String asked,
            String text,
            List<String> steps,
            Code code,
            List<SourceReference> sources,
            Verdict verdict,
            AnswerForm form) {
        Answered(String text, List<SourceReference> sources) {
            this(
                    "",
                    text,
                    List.of(),
                    Code.NONE,
                    sources,
                    Verdict.OTHER,
                    new AnswerForm(AnswerForm.Kind.OPEN, List.of(), false, false));
        }

        /** Whether its text or one of its steps says these words already. */
        boolean tells(String words) {
            return Stream.concat(Stream.of(text), steps.stream()).anyMatch(told -> told.contains(words));
        }

        /** Whether it was asked whether to train. */
        public boolean judges() {
            return verdict != Verdict.OTHER && verdict != Verdict.OPEN && !isComposed();
        }

        /** Whether it is put together from the case, so that a sum only supports it. */
        boolean isComposed() {
            return verdict == Verdict.COMPOSED;
        }

        /** Whether a text of its own answers just this question. */
        boolean isParticular() {
            return isUnderstood() && !judges() && !isComposed();
        }

        /** Whether its answer hangs on the leaning. */
        public boolean isLeaned() {
            return judges() || form.kind() == AnswerForm.Kind.CHOICE;
        }

        /** Whether its text says something to what was asked. */
        public boolean isUnderstood() {
            return verdict != Verdict.OPEN && verdict != Verdict.ALONE;
        }

        /** The same under the words that put it; what is to be typed would part it from the next one. */
        Answered under(String words) {
            return new Answered(words, text, steps, Code.NONE, sources, verdict, form);
        }

        /** Adds it to what is answered already: a text that stands there answers both questions, and a step is told once. */
        void addTo(List<Answered> answers) {
            for (int at = 0; at < answers.size(); at++) {
                Answered told = answers.get(at);
                if (told.text.equals(text)) {
                    String both = Stream.of(told.asked, asked)
                            .filter(words -> !words.isEmpty())
                            .collect(Collectors.joining(Guidance.BETWEEN_QUOTES));
                    answers.set(at, told.under(both));
                    return;
                }
            }
            List<String> fresh = steps.stream()
                    .filter(step -> answers.stream().noneMatch(told -> told.steps.contains(step)))
                    .toList();
            answers.add(new Answered(asked, text, fresh, code, sources, verdict, form));
        }

        /** The same where it was asked whether to train. */
        Answered judging() {
            return new Answered(asked, text, steps, code, sources, Verdict.ASKED, form);
        }
    }

    /** Whether to train at all, in an answer. */
    public enum Verdict {
        /** Something else was asked. */
        OTHER,
        /** It was asked, and what answers it weighs just that. */
        WEIGHED,
        /** It was asked, and what answers it is about something near: its yes or no may be to another question. */
        ASKED,
        /** It was asked, and nothing else is said to it. */
        ALONE,
        /** What was asked is not understood. */
        OPEN,
        /** It was asked, and the answer is put together from the case: it takes a stand of its own, and no other goes before it. */
        COMPOSED
    }

    /**
     * @param remarks what to say of each value that stands out
     * @param fine names and values of what is within the usual range
     * @param sources where that range comes from
     */
    public record Settings(List<Answered> remarks, List<String> fine, List<SourceReference> sources) {
        /** Nothing was set. */
        public static final Settings NONE = new Settings(List.of(), List.of(), List.of());

        Stream<String> texts() {
            return Stream.concat(remarks.stream().map(Answered::text), fine.stream());
        }
    }

    /** `language`: what they are written in; empty for nothing. `text`: the lines; empty for nothing. */
    public record Code(String language, String text) {
        public static final Code NONE = new Code("", "");

        public boolean isEmpty() {
            return text.isEmpty();
        }
    }

    /**
     * A move for this case.
     *
     * @param tomorrow the test and what its outcome means; may be empty
     * @param number a figure from the sources; may be empty
     */
    public record Advised(
            String id,
            String text,
            String why,
            String tomorrow,
            String effort,
            String number,
            List<SourceReference> sources) {}
}
