package dev.tunewise.conversation.card;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Flow.Topic;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.flow.walk.BoundaryValues;
import dev.tunewise.flow.walk.FlowPredicates;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which facts share a card. A topic that is asked on one card brings all of its facts that can still matter; of any other topic those
 * are asked together that are needed now and stay relevant whatever the first answer is.
 */
record QuestionGrouping(Flow flow, FlowPredicates tests) {
    private static final int MOST = 3;

    /**
     * The facts of the card that asks for the first of these.
     *
     * @param asks facts needed now, the first one first; never empty
     */
    List<String> card(List<String> asks, Answers answers, Interview interview) {
        Fact first = fact(asks.getFirst());
        Set<String> together = new LinkedHashSet<>(List.of(first.id()));
        if (oneCard(first.topic())) {
            interview.open(answers).stream()
                    .filter(id -> fact(id).topic().equals(first.topic()))
                    .forEach(together::add);
            return List.copyOf(together);
        }
        for (String id : asks.subList(1, asks.size())) {
            if (together.size() < MOST
                    && fact(id).topic().equals(first.topic())
                    && staysNeeded(id, first, answers, interview)) {
                together.add(id);
            }
        }
        return List.copyOf(together);
    }

    boolean oneCard(String topic) {
        return flow.topics().stream()
                .filter(candidate -> candidate.id().equals(topic))
                .anyMatch(Topic::oneCard);
    }

    private boolean staysNeeded(String id, Fact first, Answers answers, Interview interview) {
        for (Object raw : new BoundaryValues(flow, tests).values(first.id(), answers.raw())) {
            if (!interview
                    .open(answers.with(first.id(), SourcedAnswer.of(Value.of(raw))))
                    .contains(id)) {
                return false;
            }
        }
        return true;
    }

    private Fact fact(String id) {
        return flow.fact(id).orElseThrow(() -> new IllegalArgumentException("No fact `" + id + "` in " + flow.id()));
    }
}
