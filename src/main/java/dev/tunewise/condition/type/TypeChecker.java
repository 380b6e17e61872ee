package dev.tunewise.condition.type;

import dev.tunewise.condition.Declaration;
import dev.tunewise.condition.syntax.ConditionProblems;
import dev.tunewise.condition.syntax.Expr;
import dev.tunewise.condition.syntax.ExprPrinter;
import dev.tunewise.diagnostics.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Works out what kind of value each part of a condition has and complains about parts that do not go together. CEL checks types as
 * well; this check comes first because it can speak of facts and choices, and because CEL takes any text for a choice.
 */
public final class TypeChecker {
    private final Map<String, Declaration> declarations;
    private final Map<String, ExprType> terms;
    private final ConditionProblems complaints;
    private final ConstantCheck constants;
    private final TypeExpectations demands;
    private final ComparisonCheck comparisons;
    private final Map<String, ExprType> items = new HashMap<>();

    public TypeChecker(
            Map<String, Declaration> declarations, Map<String, ExprType> terms, ConditionProblems complaints) {
        this.declarations = declarations;
        this.terms = terms;
        this.complaints = complaints;
        constants = new ConstantCheck(declarations, complaints);
        demands = new TypeExpectations(complaints);
        comparisons = new ComparisonCheck(complaints, demands, constants);
    }

    /** The kind of an expression; complains about whatever does not fit. */
    public ExprType of(Expr expr) {
        return switch (expr) {
            case Expr.Name name -> name(name);
            case Expr.Num _ -> ExprType.of(Kind.NUMBER);
            case Expr.Str _ -> ExprType.of(Kind.TEXT);
            case Expr.Bool _ -> ExprType.of(Kind.BOOL);
            case Expr.Broken _ -> ExprType.of(Kind.BROKEN);
            case Expr.ListOf list -> list(list);
            case Expr.Op op -> operation(op);
            case Expr.If when -> choice(when);
            case Expr.Size size -> {
                demands.of(
                        size.list(),
                        of(size.list()),
                        Set.of(Kind.TEXTS, Kind.NUMBERS, Kind.NOTHING),
                        "`size` counts the items of a fact with several choices.");
                yield ExprType.of(Kind.NUMBER);
            }
            case Expr.Fold fold -> fold(fold);
            case Expr.TextCall call -> {
                demands.of(
                        call.text(),
                        of(call.text()),
                        Set.of(Kind.TEXT),
                        "`" + call.function() + "` looks into a text.");
                demands.of(
                        call.argument(),
                        of(call.argument()),
                        Set.of(Kind.TEXT),
                        "`" + call.function() + "` looks for a text.");
                yield ExprType.of(Kind.BOOL);
            }
        };
    }

    private ExprType name(Expr.Name name) {
        ExprType item = items.get(name.name());
        if (item != null) {
            return item;
        }
        ExprType term = terms.get(name.name());
        if (term != null) {
            return term;
        }
        Declaration declaration = declarations.get(name.name());
        if (declaration == null) {
            List<String> known = new ArrayList<>(declarations.keySet());
            known.addAll(terms.keySet());
            String remedy = isChoice(name.name())
                    ? "A choice is written in quotes: `'" + name.name() + "'`."
                    : Suggestion.remedy(name.name(), known, "Declare it under `facts`, or use one that is declared.");
            complaints.add("unknown-fact.condition", name.at(), name.name(), remedy);
            return ExprType.of(Kind.BROKEN);
        }
        return switch (declaration.kind()) {
            case CHOICE -> new ExprType(Kind.TEXT, name.name(), declaration.choices());
            case CHOICES -> new ExprType(Kind.TEXTS, name.name(), declaration.choices());
            case QUANTITY -> ExprType.of(Kind.NUMBER);
            case YES_NO -> ExprType.of(Kind.BOOL);
            case UNCLEAR -> ExprType.of(Kind.BROKEN);
        };
    }

    private boolean isChoice(String name) {
        return declarations.values().stream()
                .anyMatch(declaration -> declaration.choices().contains(name));
    }

    private ExprType list(Expr.ListOf list) {
        if (list.items().isEmpty()) {
            return ExprType.of(Kind.NOTHING);
        }
        Kind first = of(list.items().getFirst()).kind();
        for (Expr item : list.items().subList(1, list.items().size())) {
            demands.of(item, of(item), Set.of(first), "All items of a list are of one kind.");
        }
        return switch (first) {
            case TEXT -> ExprType.of(Kind.TEXTS);
            case NUMBER -> ExprType.of(Kind.NUMBERS);
            default -> {
                if (first != Kind.BROKEN) {
                    complaints.add("condition-type.list", list.at());
                }
                yield ExprType.of(Kind.BROKEN);
            }
        };
    }

    private ExprType operation(Expr.Op op) {
        Optional<String> bare = bareChoice(op);
        if (bare.isPresent()) {
            complaints.add("unknown-fact.quotes", op.start(), bare.get());
            return ExprType.of(Kind.BROKEN);
        }
        ExprType left = of(op.left());
        ExprType right = op.operands().size() == 1 ? left : of(op.right());
        Expr.Operator operator = op.operator();
        if (operator == Expr.Operator.IN) {
            comparisons.membership(op, left, right);
        } else if (operator.isEquality()) {
            comparisons.equality(op, left, right);
        } else if (operator.isOrder() || operator.isArithmetic()) {
            String why =
                    "`" + operator.sign + "` " + (operator.isOrder() ? "compares" : "calculates with") + " numbers.";
            op.operands().forEach(operand -> demands.number(operand, operand == op.left() ? left : right, why));
            if (operator.isOrder()) {
                constants.checkBounds(op);
            }
            return ExprType.of(operator.isOrder() ? Kind.BOOL : Kind.NUMBER);
        } else {
            String why = "`" + operator.sign + "` joins conditions.";
            op.operands().forEach(operand -> demands.bool(operand, operand == op.left() ? left : right, why));
        }
        return ExprType.of(Kind.BOOL);
    }

    /** A choice such as `no-meat` written without quotes, which CEL takes for a subtraction. */
    private Optional<String> bareChoice(Expr expr) {
        String shown = ExprPrinter.forPeople(expr).replace(" - ", "-");
        return expr instanceof Expr.Op op && op.operator() == Expr.Operator.SUB && isChoice(shown)
                ? Optional.of(shown)
                : Optional.empty();
    }

    private ExprType choice(Expr.If when) {
        demands.bool(when.when(), of(when.when()), "`? :` chooses by a condition.");
        ExprType then = of(when.then());
        ExprType otherwise = of(when.otherwise());
        demands.of(when.otherwise(), otherwise, Set.of(then.kind()), "Both sides of `:` are of one kind.");
        if (!then.isClosed() || !otherwise.isClosed()) {
            return ExprType.of(then.kind());
        }
        List<String> both = new ArrayList<>(then.choices());
        both.addAll(otherwise.choices());
        return new ExprType(then.kind(), then.owner(), both);
    }

    private ExprType fold(Expr.Fold fold) {
        ExprType list = of(fold.list());
        demands.of(
                fold.list(),
                list,
                Set.of(Kind.TEXTS, Kind.NUMBERS, Kind.NOTHING),
                "`" + fold.macro() + "` goes through the items of a list.");
        if (declarations.containsKey(fold.item()) || terms.containsKey(fold.item()) || items.containsKey(fold.item())) {
            complaints.add("name-taken.item", fold.at(), fold.item());
        }
        items.put(fold.item(), list.as(list.kind() == Kind.NUMBERS ? Kind.NUMBER : Kind.TEXT));
        constants.bind(fold);
        demands.bool(fold.body(), of(fold.body()), "`" + fold.macro() + "` asks a condition of each item.");
        items.remove(fold.item());
        return fold.macro().equals("filter") ? list : ExprType.of(Kind.BOOL);
    }
}
