package dev.tunewise.advice.answer;

import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.LiteralQuestion;
import dev.tunewise.flow.Move;
import java.util.Comparator;
import java.util.List;

/** Puts the moves that apply into order: by their weight, and before that those that belong to the question that is asked. */
record MoveRanking(Guidance guidance, StatedCase said) {
    private static final int ASKED = 40;
    private static final int STEP = 6;

    /** The moves that surely apply, the strongest first. */
    List<Move> moves(List<LiteralQuestion> asked) {
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
}
