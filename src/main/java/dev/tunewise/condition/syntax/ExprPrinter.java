package dev.tunewise.condition.syntax;

import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Writes syntax back as text, as people would write it. */
public final class ExprPrinter {
    private static final int WEAKEST = 0;
    private static final int STRONGEST = 7;

    /** The text as a person would write it; equal syntax gives equal text. */
    public static String forPeople(Expr expr) {
        return print(expr, WEAKEST);
    }

    private static String print(Expr expr, int binding) {
        return switch (expr) {
            case Expr.Name name -> name.name();
            case Expr.Num num ->
                BigDecimal.valueOf(num.value()).stripTrailingZeros().toPlainString();
            case Expr.Str str -> quoted(str.value());
            case Expr.Bool bool -> Boolean.toString(bool.value());
            case Expr.ListOf list ->
                list.items().stream().map(item -> print(item, WEAKEST)).collect(Collectors.joining(", ", "[", "]"));
            case Expr.Op op -> wrapped(operation(op), op.operator().binding < binding);
            case Expr.If when ->
                wrapped(
                        print(when.when(), 1) + " ? " + print(when.then(), 1) + " : "
                                + print(when.otherwise(), WEAKEST),
                        binding > WEAKEST);
            case Expr.Size size -> "size(" + print(size.list(), WEAKEST) + ")";
            case Expr.Fold fold ->
                print(fold.list(), STRONGEST) + "." + fold.macro() + "(" + fold.item() + ", "
                        + print(fold.body(), WEAKEST) + ")";
            case Expr.TextCall call ->
                print(call.text(), STRONGEST) + "." + call.function() + "(" + print(call.argument(), WEAKEST) + ")";
            case Expr.Broken _ -> "?";
        };
    }

    private static String operation(Expr.Op op) {
        int binding = op.operator().binding;
        return op.operands().size() == 1
                ? op.operator().sign + print(op.left(), binding)
                : print(op.left(), binding) + " " + op.operator().sign + " " + print(op.right(), binding + 1);
    }

    private static String wrapped(String text, boolean wrap) {
        return wrap ? "(" + text + ")" : text;
    }

    private static String quoted(String text) {
        return "'"
                + text.codePoints()
                        .mapToObj(point -> switch (point) {
                            case '\'' -> "\\'";
                            case '\\' -> "\\\\";
                            case '\n' -> "\\n";
                            case '\r' -> "\\r";
                            case '\t' -> "\\t";
                            default -> Character.toString(point);
                        })
                        .collect(Collectors.joining())
                + "'";
    }
}
