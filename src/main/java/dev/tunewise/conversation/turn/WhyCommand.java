package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.condition.Condition;
import dev.tunewise.conversation.card.AnswerLeads;
import dev.tunewise.conversation.card.CandidateAnswers;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.ValueConstraints;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says why a question is asked: its reason, the rule that needs it, and what each answer would lead to. */
record WhyCommand(FlowContext kit, QuestionPlan.Planner planner) {
    void why(TurnBuilder work, List<String> facts) {
        ConversationState state = work.now();
        List<String> asked = facts.isEmpty() ? planner.agenda(state).asking() : facts;
        if (asked.isEmpty()) {
            work.say(kit.text("why-nothing-open"));
            return;
        }
        List<Block> blocks = new ArrayList<>();
        for (String id : asked) {
            Fact fact = kit.fact(id);
            String why = kit.words().why(fact);
            Text reason = kit.text("why", kit.words().question(fact), why.isEmpty() ? kit.plain("why-no-reason") : why);
            blocks.add(new Block.Paragraph(reason));
        }
        Interview interview = kit.interview(state);
        Answers others = state.answers().without(asked.getFirst());
        List<String> leads = kit.counsel()
                .forecast(others, state.parameters())
                .map(forecast -> new AnswerLeads(kit).lines(kit.fact(asked.getFirst()), forecast))
                .orElse(List.of());
        if (!leads.isEmpty()) {
            blocks.add(new Block.Bullets(leads.stream().map(Text::plain).toList()));
            work.say(blocks, plain(blocks));
            return;
        }
        InterviewStatus standing = interview.standing(others);
        if (standing.asks().contains(asked.getFirst())) {
            blocks.add(new Block.Paragraph(needed(standing)));
            List<Text> outcomes = outcomes(kit.fact(asked.getFirst()), others, interview, standing);
            if (!outcomes.isEmpty()) {
                blocks.add(new Block.Bullets(outcomes));
            }
        }
        work.say(blocks, plain(blocks));
    }

    private static String plain(List<Block> blocks) {
        return blocks.getFirst() instanceof Block.Paragraph(Text text) ? text.characters() : "";
    }

    private Text needed(InterviewStatus standing) {
        return switch (standing) {
            case InterviewStatus.Open(var focus, var _, var _) ->
                kit.text("why-rule", kit.words().direction(focus));
            case InterviewStatus.Decided _, InterviewStatus.DeadEnd _ -> kit.text("why-gate");
        };
    }

    /** What each answer leads to, answers that lead to the same taken together; empty when all do. */
    private List<Text> outcomes(Fact fact, Answers others, Interview interview, InterviewStatus standing) {
        Map<String, List<String>> byOutcome = new LinkedHashMap<>();
        if (fact.type() == FactType.QUANTITY) {
            stretches(fact, boundaries(fact, standing), value -> outcome(fact, value, others, interview), byOutcome);
        } else {
            for (Value value : CandidateAnswers.of(fact, kit.picks())) {
                if (fact.catalogue() == null && !value.equals(new Value.Choices(List.of()))) {
                    byOutcome
                            .computeIfAbsent(outcome(fact, value, others, interview), _ -> new ArrayList<>())
                            .add(kit.values().shown(fact, value));
                }
            }
        }
        if (byOutcome.size() < 2) {
            return List.of();
        }
        List<Text> lines = new ArrayList<>();
        byOutcome.forEach((outcome, values) -> lines.add(kit.text("why-outcome", String.join(", ", values), outcome)));
        return lines;
    }

    /** The numbers at which the advice can turn: those that rules name, and where the rule in question compares with what is known. */
    private List<BigDecimal> boundaries(Fact fact, InterviewStatus standing) {
        TreeSet<BigDecimal> boundaries = new TreeSet<>(kit.picks().boundaries(fact));
        if (standing instanceof InterviewStatus.Open(var focus, var _, var known)) {
            for (Condition.Test test : focus.when().tests()) {
                Set<String> others = new HashSet<>(test.condition().facts());
                if (others.remove(fact.id())
                        && !others.isEmpty()
                        && known.keySet().containsAll(others)) {
                    test.boundary(fact.id(), known).ifPresent(found -> add(fact, found, boundaries));
                }
            }
        }
        return List.copyOf(boundaries);
    }

    private static void add(Fact fact, double boundary, Set<BigDecimal> boundaries) {
        if (Double.isFinite(boundary)) {
            BigDecimal exact = BigDecimal.valueOf(boundary);
            BigDecimal shown =
                    exact.setScale(fact.whole() ? 0 : 2, RoundingMode.CEILING).stripTrailingZeros();
            if (ValueConstraints.fits(fact, Value.Quantity.of(shown))) {
                boundaries.add(shown);
            }
        }
    }

    /** The stretches of a quantity between the numbers that rules compare it with. */
    private void stretches(
            Fact fact,
            List<BigDecimal> boundaries,
            Function<Value, String> outcome,
            Map<String, List<String>> byOutcome) {
        for (int i = 0; i <= boundaries.size() && !boundaries.isEmpty(); i++) {
            BigDecimal low = i == 0 ? null : boundaries.get(i - 1);
            BigDecimal high = i == boundaries.size() ? null : boundaries.get(i);
            BigDecimal inside = low != null ? low : high == null ? BigDecimal.ZERO : high.subtract(BigDecimal.ONE);
            Value value = Value.Quantity.of(inside);
            if (!ValueConstraints.fits(fact, value)) {
                continue;
            }
            String stretch = low == null
                    ? kit.plain("why-below", number(fact, high))
                    : high == null
                            ? kit.plain("why-from", number(fact, low))
                            : kit.plain("why-between", number(fact, low), number(fact, high));
            byOutcome
                    .computeIfAbsent(outcome.apply(value), _ -> new ArrayList<>())
                    .add(stretch);
        }
    }

    private String number(Fact fact, @Nullable BigDecimal value) {
        return value == null ? "" : kit.values().number(fact, value);
    }

    private String outcome(Fact fact, Value value, Answers others, Interview interview) {
        InterviewStatus standing = interview.standing(others.with(fact.id(), SourcedAnswer.of(value)));
        if (!standing.asks().isEmpty()) {
            return kit.plain("why-next", kit.label(standing.asks().getFirst()));
        }
        return switch (standing) {
            case InterviewStatus.Decided(var rule, var _, var _) ->
                kit.plain("why-decides", kit.words().direction(rule));
            case InterviewStatus.Open _, InterviewStatus.DeadEnd _ -> kit.plain("why-same");
        };
    }
}
