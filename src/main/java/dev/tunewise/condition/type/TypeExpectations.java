package dev.tunewise.condition.type;

import dev.tunewise.condition.syntax.ConditionProblems;
import dev.tunewise.condition.syntax.Expr;
import dev.tunewise.condition.syntax.ExprPrinter;
import java.util.Collections;
import java.util.Set;

/** Complains where a part of a condition is of another kind than its place wants, with what to write instead. */
public record TypeExpectations(ConditionProblems complaints) {
    public void bool(Expr expr, ExprType typed, String why) {
        of(expr, typed, Set.of(Kind.BOOL), why);
    }

    void number(Expr expr, ExprType typed, String why) {
        of(expr, typed, Set.of(Kind.NUMBER), why);
    }

    /** Complains unless it is of one of these kinds. */
    void of(Expr expr, ExprType typed, Set<Kind> wanted, String why) {
        if (typed.kind() == Kind.BROKEN || wanted.contains(typed.kind()) || wanted.contains(Kind.BROKEN)) {
            return;
        }
        complaints.add(
                "condition-type.expected", expr.start(), why, said(expr, typed, true), remedy(expr, typed, wanted));
    }

    private static String remedy(Expr expr, ExprType typed, Set<Kind> wanted) {
        String shown = ExprPrinter.forPeople(expr);
        if (wanted.contains(Kind.BOOL)) {
            return switch (typed.kind()) {
                case TEXT -> "Compare it: `" + shown + " == '" + example(typed) + "'`.";
                case TEXTS -> "Ask for one of its choices: `'" + example(typed) + "' in " + shown + "`.";
                case NUMBER -> "Compare it: `" + shown + " > 0`.";
                default -> "Write a comparison.";
            };
        }
        if (wanted.contains(Kind.NUMBER) && expr instanceof Expr.Str) {
            return "Numbers stand without quotes.";
        }
        return "Use something that is " + Collections.min(wanted).words + ".";
    }

    private static String example(ExprType typed) {
        return typed.isClosed() ? typed.choices().getFirst() : "choice";
    }

    static String said(Expr expr, ExprType typed) {
        return said(expr, typed, false);
    }

    static String said(Expr expr, ExprType typed, boolean starting) {
        String shown = ExprPrinter.forPeople(expr);
        String subject = shown.length() > 40 ? (starting ? "This" : "this") : "`" + shown + "`";
        return subject + " is " + typed.kind().words;
    }
}
