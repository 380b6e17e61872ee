package dev.tunewise.advice.answer;

import dev.tunewise.advice.evaluation.FlowTexts;
import dev.tunewise.advice.result.Assumption;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.flow.Citation;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.LiteralQuestion;
import dev.tunewise.flow.Move;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureCalculator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers a case in its own terms, from the moves and questions of a flow. Keeps no state. */
public final class CaseAnswerer {
    private static final int MOST_MOVES = 3;
    private static final int MOST_PARTS = 3;
    private static final int MOST_REPLIES = 2;

    private final Flow flow;
    private final FigureCalculator figures;
    private final FlowTexts texts;

    /**
     * Answers along a flow.
     *
     * @param flow a flow that passed its checks
     * @param figures works out what the flow declares as figures
     */
    public CaseAnswerer(Flow flow, FigureCalculator figures) {
        this.flow = flow;
        this.figures = figures;
        texts = new FlowTexts(flow);
    }

    /**
     * The answer to what was said; it never rests on an assumption.
     *
     * @param answers all answers, assumed ones included
     * @param decision the verdict, where there is one: it is the answer to the general question
     * @param assumptions those that the verdict rests on
     */
    public CaseAnswer answer(Answers answers, Optional<Decision> decision, List<Assumption> assumptions) {
        Guidance guidance = flow.guidance();
        StatedCase stated = new StatedCase(flow, figures, texts, answers.stated());
        List<LiteralQuestion> put = QuestionChoice.of(guidance, stated);
        // Where nothing particular was asked, what the words seem to say is the best there is to go by.
        StatedCase said = QuestionChoice.isGeneral(guidance, put)
                ? new StatedCase(flow, figures, texts, answers.understood())
                : stated;
        SlotText slots = new SlotText(said);
        List<LiteralQuestion> asked = QuestionChoice.of(guidance, said);
        List<Move> moves = new MoveRanking(guidance, said).moves(asked);
        List<CaseAnswer.Advised> advised = new ArrayList<>();
        List<Move> shown = new ArrayList<>();
        for (Move move : moves) {
            String text = slots.first(move.texts());
            if (!text.isEmpty() && shown.size() < MOST_MOVES) {
                shown.add(move);
                advised.add(advised(move, text, slots));
            }
        }
        boolean general = decision.isPresent() && QuestionChoice.isGeneral(guidance, asked);
        List<LiteralQuestion.Reply> replies = general ? List.of() : replies(asked, said, slots);
        List<String> literal = replies.stream()
                .map(reply -> slots.whole(reply.text()))
                .flatMap(Optional::stream)
                .toList();
        boolean explained = !replies.isEmpty() && asked.getFirst().explains();
        List<Citation> sources = replies.stream()
                .flatMap(reply -> reply.sources().stream())
                .distinct()
                .toList();
        return new CaseAnswer(
                general ? decision.get().headline() : String.join(" ", literal),
                cited(sources),
                facts(guidance, said, slots),
                explained ? "" : cause(shown, slots),
                advised,
                assumptions.stream()
                        .map(each -> each.label() + ": " + each.value())
                        .toList());
    }

    /** The answers to what was put, two at most; a question that nobody put is answered only where none was. */
    private static List<LiteralQuestion.Reply> replies(List<LiteralQuestion> asked, StatedCase said, SlotText slots) {
        List<String> put = said.choices(Guidance.INTENT);
        List<LiteralQuestion.Reply> replies = new ArrayList<>();
        for (LiteralQuestion question : asked) {
            boolean last = question == asked.getLast() && asked.size() > 1;
            boolean room =
                    replies.isEmpty() || (replies.size() < MOST_REPLIES && put.contains(question.intent()) && !last);
            if (room) {
                question.answers().stream()
                        .filter(reply -> said.admits(reply.when())
                                && slots.whole(reply.text()).isPresent())
                        .findFirst()
                        .ifPresent(replies::add);
            }
        }
        return replies;
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
