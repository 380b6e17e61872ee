package dev.tunewise.condition;

import java.util.List;
import java.util.stream.Stream;

/** Finds the names, texts and numbers in a piece of syntax. */
final class Names {
    private Names() {}

    /** Every name, in reading order, repetitions included; items of folds are not names. */
    static List<Expr.Name> in(Expr expr) {
        return names(expr).toList();
    }

    /** Every text in quotes. */
    static Stream<String> texts(Expr expr) {
        return expr instanceof Expr.Str text
                ? Stream.of(text.value())
                : parts(expr).flatMap(Names::texts);
    }

    private static Stream<Expr.Name> names(Expr expr) {
        return switch (expr) {
            case Expr.Name name -> Stream.of(name);
            case Expr.Fold fold ->
                Stream.concat(
                        names(fold.list()),
                        names(fold.body()).filter(name -> !name.name().equals(fold.item())));
            default -> parts(expr).flatMap(Names::names);
        };
    }

    /** The direct parts of a piece of syntax, in reading order. */
    static Stream<Expr> parts(Expr expr) {
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
