package dev.tunewise.condition;

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
final class Kinds {
    private final Map<String, Declaration> declarations;
    private final Map<String, Typed> terms;
    private final Complaints complaints;
    private final Constants constants;
    private final Demands demands;
    private final Comparisons comparisons;
    private final Map<String, Typed> items = new HashMap<>();

    Kinds(Map<String, Declaration> declarations, Map<String, Typed> terms, Complaints complaints) {
        this.declarations = declarations;
        this.terms = terms;
        this.complaints = complaints;
        constants = new Constants(declarations, complaints);
        demands = new Demands(complaints);
        comparisons = new Comparisons(complaints, demands, constants);
    }

    /** The kind of an expression; complains about whatever does not fit. */
    Typed of(Expr expr) {
        return switch (expr) {
            case Expr.Name name -> name(name);
            case Expr.Num _ -> Typed.of(Kind.NUMBER);
            case Expr.Str _ -> Typed.of(Kind.TEXT);
            case Expr.Bool _ -> Typed.of(Kind.BOOL);
            case Expr.Broken _ -> Typed.of(Kind.BROKEN);
            case Expr.ListOf list -> list(list);
            case Expr.Op op -> operation(op);
            case Expr.If when -> choice(when);
            case Expr.Size size -> {
                demands.of(
                        size.list(),
                        of(size.list()),
                        Set.of(Kind.TEXTS, Kind.NUMBERS, Kind.NOTHING),
                        "`size` counts the items of a fact with several choices.");
                yield Typed.of(Kind.NUMBER);
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
                yield Typed.of(Kind.BOOL);
            }
        };
    }

    private Typed name(Expr.Name name) {
        Typed item = items.get(name.name());
        if (item != null) {
            return item;
        }
        Typed term = terms.get(name.name());
        if (term != null) {
            return term;
        }
        Declaration declaration = declarations.get(name.name());
        if (declaration == null) {
            List<String> known = new ArrayList<>(declarations.keySet());
            known.addAll(terms.keySet());
            String remedy = isChoice(name.name())
                    ? "A choice is written in quotes: `'" + name.name() + "'`."
                    : Suggestion.nearest(name.name(), known)
                            .map(near -> "Did you mean `" + near + "`?")
                            .orElse("Declare it under `facts`, or use one that is declared.");
            complaints.add(
                    "unknown-fact", name.at(), "There is no fact, figure or term `" + name.name() + "`.", remedy);
            return Typed.of(Kind.BROKEN);
        }
        return switch (declaration.kind()) {
            case CHOICE -> new Typed(Kind.TEXT, name.name(), declaration.choices());
            case CHOICES -> new Typed(Kind.TEXTS, name.name(), declaration.choices());
            case QUANTITY -> Typed.of(Kind.NUMBER);
            case YES_NO -> Typed.of(Kind.BOOL);
            case UNCLEAR -> Typed.of(Kind.BROKEN);
        };
    }

    private boolean isChoice(String name) {
        return declarations.values().stream()
                .anyMatch(declaration -> declaration.choices().contains(name));
    }

    private Typed list(Expr.ListOf list) {
        if (list.items().isEmpty()) {
            return Typed.of(Kind.NOTHING);
        }
        Kind first = of(list.items().getFirst()).kind();
        for (Expr item : list.items().subList(1, list.items().size())) {
            demands.of(item, of(item), Set.of(first), "All items of a list are of one kind.");
        }
        return switch (first) {
            case TEXT -> Typed.of(Kind.TEXTS);
            case NUMBER -> Typed.of(Kind.NUMBERS);
            default -> {
                if (first != Kind.BROKEN) {
                    complaints.add(
                            Demands.WRONG,
                            list.at(),
                            "A list holds texts or numbers.",
                            "Write for example `['a', 'b']`.");
                }
                yield Typed.of(Kind.BROKEN);
            }
        };
    }

    private Typed operation(Expr.Op op) {
        Optional<String> bare = bareChoice(op);
        if (bare.isPresent()) {
            complaints.add(
                    "unknown-fact",
                    op.start(),
                    "`" + bare.get() + "` stands without quotes.",
                    "A choice is written in quotes: `'" + bare.get() + "'`.");
            return Typed.of(Kind.BROKEN);
        }
        Typed left = of(op.left());
        Typed right = op.operands().size() == 1 ? left : of(op.right());
        Expr.Operator operator = op.operator();
        if (operator == Expr.Operator.IN) {
            comparisons.membership(op, left, right);
        } else if (operator.isEquality()) {
            comparisons.equality(op, left, right);
        } else if (operator.isOrder() || operator.isArithmetic()) {
            String why = "`" + operator.sign + "` " + (operator.isOrder() ? "compares" : "reckons with") + " numbers.";
            op.operands().forEach(operand -> demands.number(operand, operand == op.left() ? left : right, why));
            if (operator.isOrder()) {
                constants.checkBounds(op);
            }
            return Typed.of(operator.isOrder() ? Kind.BOOL : Kind.NUMBER);
        } else {
            String why = "`" + operator.sign + "` joins conditions.";
            op.operands().forEach(operand -> demands.bool(operand, operand == op.left() ? left : right, why));
        }
        return Typed.of(Kind.BOOL);
    }

    /** A choice such as `no-meat` written without quotes, which CEL takes for a subtraction. */
    private Optional<String> bareChoice(Expr expr) {
        String shown = Printer.forPeople(expr).replace(" - ", "-");
        return expr instanceof Expr.Op op && op.operator() == Expr.Operator.SUB && isChoice(shown)
                ? Optional.of(shown)
                : Optional.empty();
    }

    private Typed choice(Expr.If when) {
        demands.bool(when.when(), of(when.when()), "`? :` chooses by a condition.");
        Typed then = of(when.then());
        Typed otherwise = of(when.otherwise());
        demands.of(when.otherwise(), otherwise, Set.of(then.kind()), "Both sides of `:` are of one kind.");
        if (!then.isClosed() || !otherwise.isClosed()) {
            return Typed.of(then.kind());
        }
        List<String> both = new ArrayList<>(then.choices());
        both.addAll(otherwise.choices());
        return new Typed(then.kind(), then.owner(), both);
    }

    private Typed fold(Expr.Fold fold) {
        Typed list = of(fold.list());
        demands.of(
                fold.list(),
                list,
                Set.of(Kind.TEXTS, Kind.NUMBERS, Kind.NOTHING),
                "`" + fold.macro() + "` goes through the items of a list.");
        if (declarations.containsKey(fold.item()) || terms.containsKey(fold.item()) || items.containsKey(fold.item())) {
            complaints.add(
                    "name-taken",
                    fold.at(),
                    "`" + fold.item() + "` names something already.",
                    "Call the item by another name, for example `item`.");
        }
        items.put(fold.item(), list.as(list.kind() == Kind.NUMBERS ? Kind.NUMBER : Kind.TEXT));
        constants.bind(fold);
        demands.bool(fold.body(), of(fold.body()), "`" + fold.macro() + "` asks a condition of each item.");
        items.remove(fold.item());
        return fold.macro().equals("filter") ? list : Typed.of(Kind.BOOL);
    }
}
