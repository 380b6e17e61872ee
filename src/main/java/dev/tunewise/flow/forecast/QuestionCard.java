package dev.tunewise.flow.forecast;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import java.util.List;

/** Groups questions that one person answers in one go: those of one topic, all of them or those that are nearly as much worth asking. */
public final class QuestionCard {
    private static final int MOST = 3;
    private static final double NEARLY = 0.5;

    /** The facts of the next card, the one most worth asking first; empty when there is nothing to ask. */
    public static List<String> next(Flow flow, List<Forecast.OpenQuestion> questions) {
        if (questions.isEmpty()) {
            return List.of();
        }
        Forecast.OpenQuestion first = questions.getFirst();
        String topic = topic(flow, first.fact());
        boolean whole = flow.topics().stream().anyMatch(each -> each.id().equals(topic) && each.oneCard());
        return questions.stream()
                .filter(question -> topic(flow, question.fact()).equals(topic))
                .filter(question -> question.equals(first)
                        || whole
                        || (question.worth() >= NEARLY * first.worth() && !quantity(flow, question.fact())))
                .limit(whole ? questions.size() : MOST)
                .map(Forecast.OpenQuestion::fact)
                .toList();
    }

    /** A number in words answers one question only, so that a card asks for no second one. */
    private static boolean quantity(Flow flow, String fact) {
        return flow.fact(fact).filter(each -> each.type() == FactType.QUANTITY).isPresent();
    }

    private static String topic(Flow flow, String fact) {
        return flow.fact(fact).map(Fact::topic).orElse("");
    }
}
