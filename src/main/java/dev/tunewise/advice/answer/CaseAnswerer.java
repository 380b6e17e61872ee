package dev.tunewise.advice.answer;

import dev.tunewise.advice.evaluation.FlowTexts;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.flow.Citation;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.LiteralQuestion;
import dev.tunewise.flow.Move;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.Interview;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers a case in its own terms, from the moves and questions of a flow. Keeps no state. */
public final class CaseAnswerer {
    private static final int MOST_MOVES = 3;
    private static final int MOST_BESIDE_STEPS = 2;
    private static final int MOST_PARTS = 3;

    private static final int ASKED = 40;
    private static final int STEP = 6;

    private final Flow flow;
    private final List<Interview> interviews;
    private final FlowTexts texts;

    /** Answers along a flow. `figures`: works out what the flow declares as figures. */
    public CaseAnswerer(Flow flow, FigureCalculator figures) {
        this.flow = flow;
        // Nobody asks for the table of a case that is as people said it alone, and few words for what is compared.
        interviews = Stream.of(figures.beside(), figures.withoutTable())
                .map(each -> new Interview(flow, each))
                .toList();
        texts = new FlowTexts(flow);
    }

    /**
     * The answer to what was said; it never rests on an assumption.
     *
     * @param decision the verdict, where there is one: it is the answer to the general question
     */
    public CaseAnswer answer(Answers answers, Optional<Decision> decision) {
        Guidance guidance = flow.guidance();
        Answers sure = answers.stated();
        Answers understood = answers.understood();
        StatedCase stated = new StatedCase(flow, interviews, texts, sure);
        List<LiteralQuestion> put = QuestionChoice.of(guidance, stated);
        // Where nothing particular was asked, what the words seem to say is the best there is to go by.
        StatedCase heard = understood.equals(sure) ? stated : new StatedCase(flow, interviews, texts, understood);
        StatedCase base = QuestionChoice.isGeneral(guidance, put) ? heard : stated;
        List<LiteralQuestion> asked = base == stated ? put : QuestionChoice.of(guidance, base);
        List<String> intents = QuestionChoice.put(base, asked);
        StatedCase said = base.asking(intents);
        StatedCase surely = base == stated ? said : stated.asking(intents);
        SlotText slots = new SlotText(said);
        Optional<MainAnswer> main =
                decision.isPresent() ? Optional.empty() : Optional.of(new MainAnswer(guidance, heard, texts));
        AnswerWriter writer =
                new AnswerWriter(guidance, said, heard == base ? said : heard.asking(intents), slots, texts, main);
        boolean general = decision.isPresent() && QuestionChoice.isGeneral(guidance, asked);
        List<CaseAnswer.Answered> plain = general
                ? List.of(new CaseAnswer.Answered(decision.get().headline(), List.of()))
                : writer.answers(asked);
        List<String> quotes = said.quotes(Guidance.INTENT);
        List<CaseAnswer.Answered> summed = deciding(said, slots).with(plain, quotes);
        boolean open = QuestionChoice.isGeneral(guidance, asked);
        boolean guessed = open || !said.choices(Guidance.MENTIONS).contains(Guidance.PARTS);
        List<OwnMeasurement> findings =
                writer.findings(decision.map(Decision::verdict).orElse(""));
        List<CaseAnswer.Answered> written = OwnMeasurement.opening(summed, findings, guessed, quotes);
        boolean found = written != summed;
        boolean composed = written.stream().anyMatch(CaseAnswer.Answered::isComposed);
        List<Move> shown = moves(ranked(guidance, surely, asked), asked, written, slots);
        // Beside what decides the case only sums that answer somebody's question say anything.
        List<CaseAnswer.Answered> sums = Stream.concat(
                        composed && !found
                                ? beside(summed, quotes, findings, deciding(said, slots)).stream()
                                : Stream.of(),
                        writer.sums(general || composed || found || written.isEmpty()).stream())
                .toList();
        List<CaseAnswer.Answered> untold = sums.stream()
                .distinct()
                .filter(sum -> written.stream().noneMatch(answer -> answer.tells(sum.text())))
                .limit(found ? 2 : 3)
                .toList();
        boolean explained = !general && !written.isEmpty() && asked.getFirst().is(LiteralQuestion.Role.EXPLAINS);
        return new CaseAnswer(
                written,
                found || !open,
                found,
                written.stream()
                        .filter(summed::contains)
                        .map(CaseAnswer.Answered::asked)
                        .toList(),
                found
                        ? CaseAnswer.Settings.NONE
                        : settings(new SettingRemarks(guidance, said, slots, texts).of(asked, written), said),
                untold,
                writer.notes(found || composed || explained),
                composed
                        ? main.map(MainAnswer::taken).orElse("")
                        : sums.isEmpty() && !found && !hasSteps(written) ? facts(guidance, said, slots) : "",
                explained || hasSteps(written) ? "" : cause(shown, slots),
                shown.stream()
                        .map(move -> advised(move, slots.first(move.texts()), slots))
                        .toList(),
                List.of());
    }

    /** What supports an answer that is put together from the case: a sum that decides its words, and what was measured. */
    private static List<CaseAnswer.Answered> beside(
            List<CaseAnswer.Answered> answers, List<String> quotes, List<OwnMeasurement> findings, DecidingSums sums) {
        int at = IntStream.range(0, answers.size())
                .filter(place -> answers.get(place).isComposed())
                .findFirst()
                .orElse(0);
        String words = quotes.size() == answers.size()
                ? quotes.get(at)
                : answers.get(at).asked();
        return Stream.concat(sums.beside(words).stream(), OwnMeasurement.beside(findings, words).stream())
                .limit(2)
                .toList();
    }

    private DecidingSums deciding(StatedCase said, SlotText slots) {
        return new DecidingSums(flow.guidance().sums(), said, slots, texts);
    }

    /** The moves that surely apply, the strongest first: by their weight, and before that those that belong to the question that is asked. */
    private static List<Move> ranked(Guidance guidance, StatedCase said, List<LiteralQuestion> asked) {
        return guidance.moves().stream()
                .filter(move -> said.holds(move.when()) && !said.holds(move.unless()))
                .sorted(Comparator.comparingInt((Move move) -> -(move.weight() + bonus(move, asked))))
                .toList();
    }

    private static int bonus(Move move, List<LiteralQuestion> asked) {
        int most = 0;
        for (int at = 0; at < asked.size(); at++) {
            int place = asked.get(at).moves().indexOf(move.id());
            if (place >= 0) {
                most = Math.max(most, ASKED - STEP * place - STEP * at);
            }
        }
        return most;
    }

    /** Beside an answer with steps fewer are shown, and only those that belong to the question; of one group always the strongest alone. */
    private static List<Move> moves(
            List<Move> ranked, List<LiteralQuestion> asked, List<CaseAnswer.Answered> written, SlotText slots) {
        boolean steps = hasSteps(written);
        Set<String> belong = new HashSet<>();
        asked.forEach(question -> belong.addAll(question.moves()));
        Set<String> told = new HashSet<>();
        List<Move> shown = new ArrayList<>();
        for (Move move : ranked) {
            boolean fits =
                    (!steps || belong.contains(move.id())) && shown.size() < (steps ? MOST_BESIDE_STEPS : MOST_MOVES);
            boolean fresh = move.group().isEmpty() || !told.contains(move.group());
            if (fits && fresh && !slots.first(move.texts()).isEmpty()) {
                shown.add(move);
                told.add(move.group());
            }
        }
        return shown;
    }

    /** Where questions were told apart, nobody asked for what is in its usual range. */
    private static CaseAnswer.Settings settings(CaseAnswer.Settings remarks, StatedCase said) {
        return said.choices(Guidance.MENTIONS).contains(Guidance.PARTS)
                ? new CaseAnswer.Settings(remarks.remarks(), List.of(), List.of())
                : remarks;
    }

    private static boolean hasSteps(List<CaseAnswer.Answered> written) {
        return written.stream().anyMatch(answer -> !answer.steps().isEmpty());
    }

    private static String cause(List<Move> shown, SlotText slots) {
        return shown.stream()
                .map(move -> slots.sentences(move.cause()))
                .filter(cause -> !cause.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String facts(Guidance guidance, StatedCase said, SlotText slots) {
        Set<String> told = new HashSet<>();
        List<String> parts = new ArrayList<>();
        for (Guidance.CasePart part : guidance.parts()) {
            Set<String> named = SlotText.named(part.text());
            boolean fresh = named.stream().noneMatch(told::contains);
            if (parts.size() < MOST_PARTS && fresh && said.admits(part.when())) {
                slots.whole(part.text()).ifPresent(text -> {
                    parts.add(text);
                    told.addAll(named);
                });
            }
        }
        return String.join(", ", parts);
    }

    private CaseAnswer.Advised advised(Move move, String text, SlotText slots) {
        return new CaseAnswer.Advised(
                move.id(),
                text,
                slots.sentences(move.why()),
                slots.sentences(move.tomorrow()),
                move.effort(),
                slots.sentences(move.number()),
                cited(move.sources()));
    }

    private List<SourceReference> cited(List<Citation> sources) {
        return texts.cited(sources);
    }
}
