package dev.tunewise.condition.syntax;

import java.util.List;
import java.util.Map;

/** Puts the syntax of terms in the place of their names. */
public final class TermInliner {
    /** The expression without terms; the terms given are free of terms themselves. */
    public static Expr inline(Expr expr, Map<String, Expr> terms) {
        return switch (expr) {
            case Expr.Name name -> terms.getOrDefault(name.name(), name);
            case Expr.Op op -> new Expr.Op(op.at(), op.operator(), all(op.operands(), terms));
            case Expr.If when ->
                new Expr.If(
                        when.at(),
                        inline(when.when(), terms),
                        inline(when.then(), terms),
                        inline(when.otherwise(), terms));
            case Expr.ListOf list -> new Expr.ListOf(list.at(), all(list.items(), terms));
            case Expr.Size size -> new Expr.Size(size.at(), inline(size.list(), terms));
            case Expr.Fold fold ->
                new Expr.Fold(
                        fold.at(), fold.macro(), inline(fold.list(), terms), fold.item(), inline(fold.body(), terms));
            case Expr.TextCall call ->
                new Expr.TextCall(
                        call.at(), call.function(), inline(call.text(), terms), inline(call.argument(), terms));
            case Expr.Num _, Expr.Str _, Expr.Bool _, Expr.Broken _ -> expr;
        };
    }

    private static List<Expr> all(List<Expr> exprs, Map<String, Expr> terms) {
        return exprs.stream().map(expr -> inline(expr, terms)).toList();
    }
}
