package dev.tunewise.condition.evaluation;

import dev.tunewise.condition.syntax.Expr;
import dev.tunewise.condition.syntax.ExprSymbols;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works out expressions over the facts known so far. They mean what they mean in CEL, which a test holds; CEL's own runtime is some fifty times
 * slower. A part that depends on a missing fact is open, and leaves the whole open only where the other parts do not settle it.
 */
final class ExprEvaluator {
    /** A part of a condition, ready to be worked out. */
    @FunctionalInterface
    interface Part {
        /** Its value as facts have it; null while it is open. */
        @Nullable
        Object of(Map<String, Object> known);
    }

    static Part of(Expr expr) {
        return switch (expr) {
            case Expr.Num num -> constant(num.value());
            case Expr.Str text -> constant(text.value());
            case Expr.Bool bool -> constant(bool.value());
            case Expr.Name(int _, String name) -> known -> known.get(name);
            case Expr.ListOf list ->
                list(list.items().stream().map(ExprEvaluator::of).toList());
            case Expr.If when -> either(of(when.when()), of(when.then()), of(when.otherwise()));
            case Expr.Size size -> unary(of(size.list()), list -> (double) ((List<?>) list).size());
            case Expr.TextCall call -> textCall(call);
            case Expr.Fold fold -> fold(fold);
            case Expr.Op op -> operation(op);
            case Expr.Broken _ -> throw new IllegalStateException("What was refused is not evaluated: " + expr);
        };
    }

    private static Part constant(Object value) {
        return _ -> value;
    }

    private static Part operation(Expr.Op op) {
        Part left = of(op.left());
        Part right = of(op.right());
        return switch (op.operator()) {
            case AND -> joined(left, right, false);
            case OR -> joined(left, right, true);
            case NOT -> unary(left, value -> !(Boolean) value);
            case NEG -> unary(left, value -> -number(value));
            case IN -> test(left, right, (item, list) -> ((List<?>) list).contains(item));
            case EQ -> test(left, right, ExprEvaluator::same);
            case NE -> test(left, right, (a, b) -> !same(a, b));
            case LT -> test(left, right, (a, b) -> number(a) < number(b));
            case LE -> test(left, right, (a, b) -> number(a) <= number(b));
            case GT -> test(left, right, (a, b) -> number(a) > number(b));
            case GE -> test(left, right, (a, b) -> number(a) >= number(b));
            case ADD -> binary(left, right, (a, b) -> number(a) + number(b));
            case SUB -> binary(left, right, (a, b) -> number(a) - number(b));
            case MUL -> binary(left, right, (a, b) -> number(a) * number(b));
            case DIV -> binary(left, right, (a, b) -> number(a) / number(b));
        };
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static boolean same(Object a, Object b) {
        return (a instanceof Number && b instanceof Number) ? number(a) == number(b) : a.equals(b);
    }

    private static Part unary(Part part, Function<Object, Object> work) {
        return known -> {
            Object value = part.of(known);
            return value == null ? null : work.apply(value);
        };
    }

    private static Part binary(Part left, Part right, BiFunction<Object, Object, Object> work) {
        return known -> {
            Object a = left.of(known);
            Object b = a == null ? null : right.of(known);
            return a == null || b == null ? null : work.apply(a, b);
        };
    }

    private static Part test(Part left, Part right, BiPredicate<Object, Object> test) {
        return binary(left, right, test::test);
    }

    private static Part joined(Part left, Part right, boolean settling) {
        return known -> {
            Object first = left.of(known);
            if (first instanceof Boolean value && value == settling) {
                return first;
            }
            Object second = right.of(known);
            boolean settled = second instanceof Boolean value && value == settling;
            return settled || first != null ? second : null;
        };
    }

    private static Part either(Part when, Part then, Part otherwise) {
        return known -> {
            Object holds = when.of(known);
            return holds == null ? null : (Boolean) holds ? then.of(known) : otherwise.of(known);
        };
    }

    private static Part list(List<Part> parts) {
        return known -> {
            List<Object> items = parts.stream()
                    .flatMap(part -> Optional.ofNullable(part.of(known)).stream())
                    .toList();
            return items.size() < parts.size() ? null : items;
        };
    }

    private static Part textCall(Expr.TextCall call) {
        BiPredicate<String, String> test = switch (call.function()) {
            case "startsWith" -> String::startsWith;
            case "endsWith" -> String::endsWith;
            default -> String::contains;
        };
        return test(of(call.text()), of(call.argument()), (text, part) -> test.test((String) text, (String) part));
    }

    private static Part fold(Expr.Fold fold) {
        Part list = of(fold.list());
        BiFunction<Map<String, Object>, Object, @Nullable Object> answer = answer(fold);
        return known -> {
            if (!(list.of(known) instanceof List<?> items)) {
                return null;
            }
            List<@Nullable Object> answers = new ArrayList<>();
            items.forEach(item -> answers.add(answer.apply(known, item)));
            boolean open = answers.contains(null);
            return switch (fold.macro()) {
                case "exists" -> answers.contains(true) ? Boolean.TRUE : open ? null : Boolean.FALSE;
                case "all" -> answers.contains(false) ? Boolean.FALSE : open ? null : Boolean.TRUE;
                case "exists_one" -> open ? null : (Object) (Collections.frequency(answers, true) == 1);
                default ->
                    open
                            ? null
                            : items.stream()
                                    .filter(item -> Boolean.TRUE.equals(answer.apply(known, item)))
                                    .toList();
            };
        };
    }

    /** What a fold finds of an item; of a question about nothing but the item each answer is worked out once. */
    private static BiFunction<Map<String, Object>, Object, @Nullable Object> answer(Expr.Fold fold) {
        Part body = of(fold.body());
        if (!isAboutItemOnly(fold)) {
            return (known, item) -> body.of(with(known, fold, item));
        }
        Map<Object, Object> answers = new ConcurrentHashMap<>();
        return (_, item) -> answers.computeIfAbsent(
                item, _ -> Objects.requireNonNull(body.of(Map.of(fold.item(), item)), "Nothing is open here"));
    }

    private static boolean isAboutItemOnly(Expr.Fold fold) {
        return ExprSymbols.in(fold.body()).stream().allMatch(name -> name.name().equals(fold.item()));
    }

    private static Map<String, Object> with(Map<String, Object> known, Expr.Fold fold, Object item) {
        Map<String, Object> inner = new HashMap<>(known);
        inner.put(fold.item(), item);
        return inner;
    }

    /** Adds the missing facts that an open expression can still depend on. */
    static void addNeeds(Expr expr, Map<String, Object> known, Collection<String> needs) {
        if (of(expr).of(known) != null) {
            return;
        }
        switch (expr) {
            case Expr.Name(int _, String name) -> needs.add(name);
            case Expr.If when -> {
                addNeeds(when.when(), known, needs);
                if (of(when.when()).of(known) instanceof Boolean holds) {
                    addNeeds(holds ? when.then() : when.otherwise(), known, needs);
                }
            }
            case Expr.Fold fold
            when of(fold.list()).of(known) instanceof List<?> items ->
                items.forEach(item -> addNeeds(fold.body(), with(known, fold, item), needs));
            case Expr.Fold fold -> addNeeds(fold.list(), known, needs);
            default -> ExprSymbols.parts(expr).forEach(part -> addNeeds(part, known, needs));
        }
    }

    /** Whether an expression needs all of its facts whatever their values are. */
    static boolean isStrict(Expr expr) {
        return switch (expr) {
            case Expr.If _ -> false;
            case Expr.Fold fold -> fold.list() instanceof Expr.Name && isAboutItemOnly(fold);
            case Expr.Op op when op.operator() == Expr.Operator.AND || op.operator() == Expr.Operator.OR -> false;
            default -> ExprSymbols.parts(expr).allMatch(ExprEvaluator::isStrict);
        };
    }
}
