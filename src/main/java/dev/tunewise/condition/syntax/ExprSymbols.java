package dev.tunewise.condition.syntax;

import java.util.List;
import java.util.stream.Stream;

/** Finds the names, texts and numbers in a piece of syntax. */
public final class ExprSymbols {
    /** Every name, in reading order, repetitions included; items of folds are not names. */
    public static List<Expr.Name> in(Expr expr) {
        return names(expr).toList();
    }

    public static Stream<String> texts(Expr expr) {
        return expr instanceof Expr.Str text
                ? Stream.of(text.value())
                : parts(expr).flatMap(ExprSymbols::texts);
    }

    private static Stream<Expr.Name> names(Expr expr) {
        return switch (expr) {
            case Expr.Name name -> Stream.of(name);
            case Expr.Fold fold ->
                Stream.concat(
                        names(fold.list()),
                        names(fold.body()).filter(name -> !name.name().equals(fold.item())));
            default -> parts(expr).flatMap(ExprSymbols::names);
        };
    }

    /** The direct parts of a piece of syntax, in reading order. */
    public static Stream<Expr> parts(Expr expr) {
        return switch (expr) {
            case Expr.Op op -> op.operands().stream();
            case Expr.If when -> Stream.of(when.when(), when.then(), when.otherwise());
            case Expr.ListOf list -> list.items().stream();
            case Expr.Size size -> Stream.of(size.list());
            case Expr.Fold fold -> Stream.of(fold.list(), fold.body());
            case Expr.TextCall call -> Stream.of(call.text(), call.argument());
            case Expr.Name _, Expr.Num _, Expr.Str _, Expr.Bool _, Expr.Broken _ -> Stream.empty();
        };
    }
}
