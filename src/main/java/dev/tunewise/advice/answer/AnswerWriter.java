package dev.tunewise.advice.answer;

import dev.tunewise.advice.evaluation.FlowTexts;
import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.LiteralQuestion;
import dev.tunewise.flow.interview.NamedThings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes the answers to the questions that were put, in their order: the first with all its steps, the others short. `heard`: what was said or
 * only seems to have been. `main`: what the main question is answered by, where no verdict is.
 */
record AnswerWriter(
        Guidance guidance,
        StatedCase said,
        StatedCase heard,
        SlotText slots,
        FlowTexts texts,
        Optional<MainAnswer> main) {
    private static final Set<String> NEUTRAL = Set.of("open", "tips", OwnMeasurement.SUM);
    private static final Set<LiteralQuestion.Role> NEAR =
            Set.of(LiteralQuestion.Role.YIELDS, LiteralQuestion.Role.WEIGHS, LiteralQuestion.Role.GENERAL);
    private static final int MOST = 3;
    private static final int MOST_PARTS = 6;
    private static final int MOST_STEPS = 5;
    private static final int STEPS_OF_TWO = 2;
    private static final int STEPS_OF_MANY = 1;
    private static final int MOST_NOTES = 2;
    private static final int MOST_SUMS = 3;

    /** What was put comes first; what nobody put is answered only where nothing was, and the general question only alone. */
    List<CaseAnswer.Answered> answers(List<LiteralQuestion> asked) {
        return said.choices(Guidance.MENTIONS).contains(Guidance.PARTS) ? parts(asked) : together(asked);
    }

    /** Each question of a message under its own words; the more there are, the shorter. */
    private List<CaseAnswer.Answered> parts(List<LiteralQuestion> asked) {
        List<String> quotes = said.quotes(Guidance.INTENT);
        boolean told = quotes.size() == asked.size();
        boolean quoted = told && (asked.size() > 1 || quotes.getFirst().contains(Guidance.BETWEEN_QUOTES));
        int steps = asked.size() == 1 ? MOST_STEPS : asked.size() == 2 ? STEPS_OF_TWO : STEPS_OF_MANY;
        List<CaseAnswer.Answered> answers = new ArrayList<>();
        for (int at = 0; at < Math.min(MOST_PARTS, asked.size()); at++) {
            String quote = quoted ? quotes.get(at) : "";
            String words = told ? quotes.get(at) : "";
            LiteralQuestion question = meant(asked.get(at), words);
            Optional<CaseAnswer.Answered> composed = composed(words, at, steps, asked.size() == 1)
                    .or(() -> main.filter(_ -> question.refuses(NamedThings.plain(words)))
                            .flatMap(answer -> answer.best(words, steps)));
            Optional<CaseAnswer.Answered> whole =
                    answers.stream().filter(CaseAnswer.Answered::isComposed).findFirst();
            if (composed.isPresent() && whole.isPresent()) {
                whole.get().under(quote).addTo(answers);
                continue;
            }
            boolean whether = told ? named().names(Guidance.WHETHER, words) : whether(asked);
            composed.or(() -> answer(question, steps, words, whether))
                    .or(() -> guidance.open().flatMap(open -> answer(open, steps, words, whether)))
                    .map(answer -> quoted ? answer.under(quote) : answer)
                    .ifPresent(answer -> answer.addTo(answers));
        }
        return answers;
    }

    /** The answer to the main question by the case; where nobody knows which words put which question, the first is it. */
    private Optional<CaseAnswer.Answered> composed(String words, int at, int steps, boolean alone) {
        return main.filter(_ -> at == 0 || !words.isEmpty())
                .flatMap(answer -> Stream.of(words.split(Guidance.BETWEEN_QUOTES))
                        .flatMap(each -> answer.to(each, steps, alone).stream())
                        .findFirst());
    }

    /** "Good idea?" and "Should we train one for this?" ask whether to train: what is known of the case goes before the matter of the question. */
    private LiteralQuestion meant(LiteralQuestion question, String words) {
        NamedThings named = named();
        boolean trains = named.names(Guidance.TRAINED, words);
        boolean plain = named.names(Guidance.PLAIN, words)
                && said.choices(Guidance.MENTIONS).contains(Guidance.TRAINED);
        boolean weighed = MainAnswer.isWhether(named, words) && !question.is(LiteralQuestion.Role.SETTLES);
        boolean asked = trains && (question.is(LiteralQuestion.Role.YIELDS) || weighed);
        return plain || asked ? weighed(question) : question;
    }

    /** The same, or in place of a general page or of none the one on whether to train, behind what is known of the case. */
    private LiteralQuestion weighed(LiteralQuestion question) {
        LiteralQuestion last = guidance.questions().getLast();
        LiteralQuestion own = guidance.questions().stream()
                .filter(other -> (question == last || question.isBroad())
                        && other.is(LiteralQuestion.Role.GENERAL)
                        && other.is(LiteralQuestion.Role.YIELDS))
                .findFirst()
                .orElse(question);
        return own.yieldingTo(last);
    }

    private List<CaseAnswer.Answered> together(List<LiteralQuestion> asked) {
        List<String> put = said.choices(Guidance.INTENT);
        List<CaseAnswer.Answered> answers = new ArrayList<>();
        for (LiteralQuestion question : asked) {
            boolean general = question == guidance.questions().getLast() && asked.size() > 1;
            // What stands with its steps is an answer by itself, and a second question that only its words or only its
            // likeness suggest is seldom one: an answer to it tells that nobody listened.
            boolean asks = put.contains(question.intent()) && said.admits(question.put());
            boolean whole = answers.stream().anyMatch(answer -> !answer.steps().isEmpty());
            boolean room = answers.isEmpty() || (answers.size() < MOST && asks && !general && !whole);
            if (room) {
                int steps = answers.isEmpty() ? MOST_STEPS : STEPS_OF_TWO;
                boolean whether = answers.isEmpty() && whether(asked);
                boolean broad = answers.isEmpty()
                        && said.choices(Guidance.MENTIONS).contains(Guidance.TRAINED)
                        && (question.is(LiteralQuestion.Role.YIELDS)
                                || whether && question.is(LiteralQuestion.Role.GENERAL));
                boolean main = asked.size() == 1 || general || NEAR.stream().anyMatch(question::is);
                composed("", main ? answers.size() : MOST, steps, false)
                        .or(() -> answer(broad ? weighed(question) : question, steps, "", whether))
                        .ifPresent(answers::add);
            }
        }
        return answers;
    }

    /** What the asker measured and what decides the case by itself, the most telling first, unless it contradicts a verdict that stands. */
    List<OwnMeasurement> findings(String verdict) {
        return guidance.sums().stream()
                .filter(sum -> !sum.finds().isEmpty() && said.holds(sum))
                .filter(sum -> verdict.isEmpty()
                        || NEUTRAL.contains(sum.finds())
                        || "yes".equals(sum.finds()) == "yes".equals(verdict))
                .flatMap(sum -> slots.whole(sum.text()).stream()
                        .map(text -> new OwnMeasurement(
                                sum,
                                new CaseAnswer.Answered(
                                        "",
                                        text,
                                        steps(sum.steps(), MOST_STEPS),
                                        CaseAnswer.Code.NONE,
                                        texts.cited(sum.sources()),
                                        CaseAnswer.Verdict.OTHER,
                                        AnswerForm.of("", text, named())))))
                .toList();
    }

    /** What holds of the things that were named; `found`: no causes that were told, since what was measured says more. */
    List<CaseAnswer.Answered> notes(boolean found) {
        return told(
                guidance.notes().stream()
                        .filter(note -> !found || note.told().isEmpty())
                        .toList(),
                MOST_NOTES);
    }

    /** What the figures of the case come to, without verdicts. `deciding`: only what decides a question; beside a verdict the rest tells nothing. */
    List<CaseAnswer.Answered> sums(boolean deciding) {
        return told(
                guidance.sums().stream()
                        .filter(sum -> sum.finds().isEmpty() && (!deciding || sum.decides() != null))
                        .toList(),
                MOST_SUMS);
    }

    private List<CaseAnswer.Answered> told(List<Guidance.Note> all, int most) {
        List<String> causes = said.choices(Guidance.TOLD);
        return all.stream()
                .filter(note -> note.told().isEmpty() || causes.contains(note.told()) && isNews(note.told()))
                .filter(note -> said.holds(note) && (note.told().isEmpty() || heard.lacks(note.without())))
                .sorted(Comparator.comparing(note -> note.told().isEmpty()))
                .flatMap(note -> slots.whole(note.text()).stream()
                        .map(text -> new CaseAnswer.Answered(text, texts.cited(note.sources()))
                                .under(quote(causes.indexOf(note.told())))))
                .limit(most)
                .toList();
    }

    /** A cause that was asked for by itself is told by its answer. */
    private boolean isNews(String cause) {
        return !said.choices(Guidance.INTENT).contains(cause);
    }

    private String quote(int place) {
        List<String> quotes = said.quotes(Guidance.TOLD);
        return place >= 0 && place < quotes.size() ? quotes.get(place) : "";
    }

    private NamedThings named() {
        return new NamedThings(guidance.mentions());
    }

    /** Whether to train is asked in a message whose words are not told apart: only where it puts one question is it clear which one asks it. */
    private boolean whether(List<LiteralQuestion> asked) {
        long particular = asked.stream()
                .filter(question -> question != guidance.questions().getLast())
                .count();
        return particular <= 1 && said.choices(Guidance.MENTIONS).contains(Guidance.WHETHER);
    }

    private Optional<CaseAnswer.Answered> answer(LiteralQuestion question, int steps, String words, boolean whether) {
        // Whether to train hangs on the whole case: what was only seemingly said is better than nothing said of it.
        StatedCase by = question.is(LiteralQuestion.Role.YIELDS) ? heard : said;
        return question.answers().stream()
                .filter(reply -> by.admits(reply.when()) && reply.answers(NamedThings.plain(words)))
                .flatMap(reply -> slots.whole(reply.text()).stream()
                        .map(text -> new CaseAnswer.Answered(
                                "",
                                text,
                                FittingSteps.of(steps(reply.steps(), MOST_STEPS), steps, words, text),
                                code(reply),
                                sources(question, reply),
                                verdict(question, text, whether),
                                AnswerForm.of(words, text, named()))))
                .findFirst();
    }

    private CaseAnswer.Verdict verdict(LiteralQuestion question, String text, boolean whether) {
        boolean weighs = question.is(LiteralQuestion.Role.WEIGHS);
        boolean asked = whether && said.choices(Guidance.MENTIONS).contains(Guidance.TRAINED);
        if (question.is(LiteralQuestion.Role.OPEN)) {
            return asked ? CaseAnswer.Verdict.ALONE : CaseAnswer.Verdict.OPEN;
        }
        return weighs && (asked || named().names(Guidance.VERDICT, text))
                ? CaseAnswer.Verdict.WEIGHED
                : asked ? CaseAnswer.Verdict.ASKED : CaseAnswer.Verdict.OTHER;
    }

    /** That something is not answered needs no source. */
    private List<SourceReference> sources(LiteralQuestion question, LiteralQuestion.Reply reply) {
        return question.is(LiteralQuestion.Role.OPEN) ? List.of() : texts.cited(reply.sources());
    }

    private CaseAnswer.Code code(LiteralQuestion.Reply reply) {
        return reply.code().stream()
                .filter(snippet -> said.admits(snippet.when()))
                .map(snippet -> new CaseAnswer.Code(snippet.language(), snippet.text()))
                .findFirst()
                .orElse(CaseAnswer.Code.NONE);
    }

    private List<String> steps(List<Guidance.CasePart> all, int most) {
        return all.stream()
                .filter(step -> said.admits(step.when()) && !heard.holds(step.moot()) && !said.rulesOut(step.text()))
                .flatMap(step -> slots.whole(step.text()).stream())
                .limit(most)
                .toList();
    }
}
