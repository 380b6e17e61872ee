package dev.tunewise.advice.evaluation;

import dev.tunewise.advice.result.Evidence;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.FigureRequest;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The answers under advice, with figures worked out at most once for each set of answers. Made for one call, not thread-safe. */
public final class AdviceContext {
    public final Flow flow;
    public final Answers answers;
    private final Interview interview;
    private final FlowTexts words;
    private @Nullable FigureRequest first;
    private Map<String, Object> ofFirst = Map.of();
    private @Nullable InterviewStatus standing;
    private @Nullable Map<String, Object> known;

    public AdviceContext(Flow flow, FigureCalculator figures, FlowTexts words, Answers answers) {
        this.flow = flow;
        this.answers = answers;
        this.words = words;
        interview = new Interview(flow, request -> workOut(request, figures));
    }

    /** The case itself is asked for again and again, others once. */
    private Map<String, Object> workOut(FigureRequest request, FigureCalculator figures) {
        FigureRequest before = first;
        if (before != null) {
            return request.equals(before) ? ofFirst : figures.workOut(request);
        }
        first = request.copy();
        ofFirst = Map.copyOf(figures.workOut(request));
        return ofFirst;
    }

    /** Where the rules stand. */
    public InterviewStatus standing() {
        InterviewStatus worked = standing;
        if (worked == null) {
            worked = interview.standing(answers);
            standing = worked;
        }
        return worked;
    }

    /** The text of a key of the flow, with the values of this case filled in; empty where there is none. */
    public String text(String key) {
        return words.filled(key, this::written);
    }

    /** The text of the first of some keys that the flow has a text for. */
    public String text(String key, String otherwise) {
        String text = text(key);
        return text.isEmpty() ? text(otherwise) : text;
    }

    /** The written value of a fact or figure, where it is known; a number that nobody knows is not told as one. */
    Optional<String> written(String id) {
        Optional<Fact> fact = flow.fact(id);
        if (fact.isPresent()) {
            return answers.get(fact.get().id())
                    .filter(given -> !given.assumed() || fact.get().type() != FactType.QUANTITY)
                    .map(given -> words.values().fact(fact.get(), given.value()));
        }
        Object value = known().get(id);
        return value == null
                ? Optional.empty()
                : flow.figure(id).map(figure -> words.values().figure(figure, value));
    }

    /** Raw values of the answers and of all figures that can be worked out from them. */
    public Map<String, Object> known() {
        Map<String, Object> worked = known;
        if (worked == null) {
            worked = interview.known(answers);
            known = worked;
        }
        return worked;
    }

    public Tristate evaluate(Condition condition) {
        return condition.evaluate(known());
    }

    /** What conditions say with other answers; for one thread. */
    public Function<Condition, Tristate> evaluator(Answers others) {
        return interview.evaluator(others);
    }

    public List<String> missing(Condition condition, Answers others) {
        return interview.missing(condition, others);
    }

    /** The known ones among these facts and figures, in the flow's order. */
    public List<Evidence> basis(Set<String> ids) {
        return ids.stream()
                .filter(id ->
                        flow.isFact(id) ? answers.knows(id) : flow.figure(id).isPresent() && known().containsKey(id))
                .sorted(Comparator.comparing(flow::place))
                .map(id -> basis(id, answers.get(id).orElse(null)))
                .toList();
    }

    private Evidence basis(String id, @Nullable SourcedAnswer given) {
        return new Evidence(id, words.label(id), written(id).orElse(""), given);
    }
}
