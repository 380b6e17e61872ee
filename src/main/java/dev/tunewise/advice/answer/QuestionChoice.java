package dev.tunewise.advice.answer;

import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.LiteralQuestion;
import java.util.ArrayList;
import java.util.List;

/** Which questions of a flow are being asked, the one to answer first at the front. */
final class QuestionChoice {
    /**
     * Where the questions of a message were told apart, these are they, in its order. Else what the words of a post surely put comes first, else what was read as put, in its order, else what its words speak of; then those that the case
     * begs; the general one goes last unless nothing else is asked.
     *
     * @return never empty, unless the flow has no questions
     */
    static List<LiteralQuestion> of(Guidance guidance, StatedCase said) {
        if (guidance.questions().isEmpty()) {
            return List.of();
        }
        LiteralQuestion general = guidance.questions().getLast();
        List<String> put = said.choices(Guidance.INTENT);
        List<LiteralQuestion> asked = new ArrayList<>();
        if (said.choices(Guidance.MENTIONS).contains(Guidance.PARTS)) {
            put(guidance, put, asked);
            if (asked.stream().anyMatch(question -> !question.is(LiteralQuestion.Role.OPEN))) {
                return asked;
            }
        }
        List<LiteralQuestion> open = List.copyOf(asked);
        asked.clear();
        guidance.questions().stream()
                .filter(question -> question != general && said.holds(question.put()))
                .forEach(asked::add);
        if (asked.isEmpty() && !open.isEmpty()) {
            // What its words only speak of is no answer to a question that was put and not understood.
            return open;
        }
        if (asked.isEmpty()) {
            put(guidance, put, asked);
            asked.remove(general);
        }
        if (asked.isEmpty() && !(put.contains(general.intent()) && answers(general, said))) {
            guidance.questions().stream()
                    .filter(question -> said.holds(question.topic()))
                    .findFirst()
                    .ifPresent(asked::add);
        }
        guidance.questions().stream()
                .filter(question -> !asked.contains(question) && said.holds(question.also()))
                .forEach(asked::add);
        if (asked.isEmpty() || put.contains(general.intent())) {
            asked.add(general);
        }
        return asked;
    }

    private static void put(Guidance guidance, List<String> intents, List<LiteralQuestion> asked) {
        intents.stream()
                .flatMap(intent -> guidance.questions().stream()
                        .filter(question -> question.intent().equals(intent)))
                .forEach(asked::add);
    }

    private static boolean answers(LiteralQuestion question, StatedCase said) {
        return question.answers().stream().anyMatch(reply -> said.admits(reply.when()));
    }

    /** What of the questions that are asked was put, by its words or by the conditions of the flow, in their order. */
    static List<String> put(StatedCase said, List<LiteralQuestion> asked) {
        List<String> named = said.choices(Guidance.INTENT);
        return asked.stream()
                .filter(question ->
                        said.holds(question.put()) || said.holds(question.topic()) || named.contains(question.intent()))
                .map(LiteralQuestion::intent)
                .toList();
    }

    /** Says whether nothing but the general question is asked. */
    static boolean isGeneral(Guidance guidance, List<LiteralQuestion> asked) {
        return asked.isEmpty()
                || asked.size() == 1 && asked.getFirst() == guidance.questions().getLast();
    }
}
