package dev.tunewise.condition.evaluation;

import dev.tunewise.condition.BooleanTree;
import dev.tunewise.condition.Tristate;
import java.util.List;
import java.util.Map;

/** Logic with three outcomes: a part that is open leaves the whole open only where the other parts do not settle it. */
final class TristateLogic {
    static final Tristate YES = new Tristate.True();
    static final Tristate NO = new Tristate.False();

    /** What a part says of the facts known so far. */
    enum Outcome {
        TRUE,
        FALSE,
        OPEN;

        static Outcome of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    static Outcome of(BooleanTree shape, Map<String, Object> known) {
        return switch (shape) {
            case BooleanTree.Leaf leaf -> ((TestCondition) leaf.test().condition()).outcome(known);
            case BooleanTree.All all -> joined(all.parts(), known, Outcome.FALSE, Outcome.TRUE);
            case BooleanTree.Any any -> joined(any.parts(), known, Outcome.TRUE, Outcome.FALSE);
            case BooleanTree.Not not ->
                switch (of(not.part(), known)) {
                    case TRUE -> Outcome.FALSE;
                    case FALSE -> Outcome.TRUE;
                    case OPEN -> Outcome.OPEN;
                };
            case BooleanTree.Either either ->
                switch (of(either.when(), known)) {
                    case TRUE -> of(either.then(), known);
                    case FALSE -> of(either.otherwise(), known);
                    case OPEN -> Outcome.OPEN;
                };
            case BooleanTree.Fixed fixed -> Outcome.of(fixed.value());
        };
    }

    private static Outcome joined(
            List<BooleanTree> parts, Map<String, Object> known, Outcome settling, Outcome otherwise) {
        Outcome whole = otherwise;
        for (int i = 0; i < parts.size(); i++) {
            Outcome part = of(parts.get(i), known);
            if (part == settling) {
                return settling;
            }
            if (part == Outcome.OPEN) {
                whole = Outcome.OPEN;
            }
        }
        return whole;
    }

    /** Whether a shape surely holds, or surely fails: an open part of what must all hold settles that without a look at the others. */
    static boolean settled(BooleanTree shape, Map<String, Object> known, boolean value) {
        return switch (shape) {
            case BooleanTree.Leaf leaf -> ((TestCondition) leaf.test().condition()).outcome(known) == Outcome.of(value);
            case BooleanTree.All all -> settled(all.parts(), known, value, value);
            case BooleanTree.Any any -> settled(any.parts(), known, value, !value);
            case BooleanTree.Not not -> settled(not.part(), known, !value);
            case BooleanTree.Either either ->
                settled(either.when(), known, true)
                        ? settled(either.then(), known, value)
                        : settled(either.when(), known, false) && settled(either.otherwise(), known, value);
            case BooleanTree.Fixed fixed -> fixed.value() == value;
        };
    }

    private static boolean settled(List<BooleanTree> parts, Map<String, Object> known, boolean value, boolean every) {
        for (int i = 0; i < parts.size(); i++) {
            if (settled(parts.get(i), known, value) != every) {
                return !every;
            }
        }
        return every;
    }

    /** Adds the facts that an open shape can still depend on. */
    static void needs(BooleanTree shape, Map<String, Object> known, List<String> needs) {
        switch (shape) {
            case BooleanTree.Leaf leaf -> ((TestCondition) leaf.test().condition()).addNeeds(known, needs);
            case BooleanTree.All all -> all.parts().forEach(part -> needsIfOpen(part, known, needs));
            case BooleanTree.Any any -> any.parts().forEach(part -> needsIfOpen(part, known, needs));
            case BooleanTree.Not not -> needs(not.part(), known, needs);
            case BooleanTree.Either either ->
                needs(
                        switch (of(either.when(), known)) {
                            case TRUE -> either.then();
                            case FALSE -> either.otherwise();
                            case OPEN -> either.when();
                        },
                        known,
                        needs);
            case BooleanTree.Fixed _ -> {}
        }
    }

    private static void needsIfOpen(BooleanTree part, Map<String, Object> known, List<String> needs) {
        if (of(part, known) == Outcome.OPEN) {
            needs(part, known, needs);
        }
    }
}
