package dev.tunewise.condition;

import dev.tunewise.diagnostics.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works out what kind of value each part of a condition has and complains about parts that do not go together. CEL checks types as
 * well; this check comes first because it can speak of facts and choices, and because CEL takes any text for a choice.
 */
final class Kinds {
    private static final String TYPE = "condition-type";

    /** What kind of value a part has. */
    enum Kind {
        BOOL("yes or no"),
        NUMBER("a number"),
        TEXT("a text"),
        TEXTS("a list of texts"),
        NUMBERS("a list of numbers"),
        NOTHING("an empty list"),
        BROKEN("broken");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /**
     * The kind of a part.
     *
     * @param kind the kind
     * @param owner the fact whose choices its texts are, or null where any text is possible
     * @param choices those choices; empty where any text is possible
     */
    record Typed(Kind kind, @Nullable String owner, List<String> choices) {
        static Typed of(Kind kind) {
            return new Typed(kind, null, List.of());
        }

        boolean isClosed() {
            return !choices.isEmpty();
        }

        Typed as(Kind other) {
            return new Typed(other, owner, choices);
        }
    }

    private final Map<String, Declaration> declarations;
    private final Map<String, Typed> terms;
    private final Complaints complaints;
    private final Constants constants;
    private final Map<String, Typed> items = new HashMap<>();

    Kinds(Map<String, Declaration> declarations, Map<String, Typed> terms, Complaints complaints) {
        this.declarations = declarations;
        this.terms = terms;
        this.complaints = complaints;
        this.constants = new Constants(declarations, complaints);
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
                require(
                        size.list(),
                        of(size.list()),
                        Set.of(Kind.TEXTS, Kind.NUMBERS, Kind.NOTHING),
                        "`size` counts the items of a fact with several choices.");
                yield Typed.of(Kind.NUMBER);
            }
            case Expr.Fold fold -> fold(fold);
            case Expr.TextCall call -> {
                require(
                        call.text(),
                        of(call.text()),
                        Set.of(Kind.TEXT),
                        "`" + call.function() + "` looks into a text.");
                require(
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
            require(item, of(item), Set.of(first), "All items of a list are of one kind.");
        }
        return switch (first) {
            case TEXT -> Typed.of(Kind.TEXTS);
            case NUMBER -> Typed.of(Kind.NUMBERS);
            default -> {
                if (first != Kind.BROKEN) {
                    complaints.add(
                            TYPE, list.at(), "A list holds texts or numbers.", "Write for example `['a', 'b']`.");
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
                    start(op),
                    "`" + bare.get() + "` stands without quotes.",
                    "A choice is written in quotes: `'" + bare.get() + "'`.");
            return Typed.of(Kind.BROKEN);
        }
        Typed left = of(op.left());
        Typed right = op.operands().size() == 1 ? left : of(op.right());
        Expr.Operator operator = op.operator();
        if (operator == Expr.Operator.IN) {
            membership(op, left, right);
        } else if (operator.isEquality()) {
            equality(op, left, right);
        } else if (operator.isOrder() || operator.isArithmetic()) {
            String why = "`" + operator.sign + "` " + (operator.isOrder() ? "compares" : "reckons with") + " numbers.";
            op.operands().forEach(operand -> requireNumber(operand, operand == op.left() ? left : right, why));
            if (operator.isOrder()) {
                constants.checkBounds(op);
            }
            return Typed.of(operator.isOrder() ? Kind.BOOL : Kind.NUMBER);
        } else {
            String why = "`" + operator.sign + "` joins conditions.";
            op.operands().forEach(operand -> requireBool(operand, operand == op.left() ? left : right, why));
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

    private void membership(Expr.Op op, Typed left, Typed right) {
        if (left.kind() == Kind.BROKEN || right.kind() == Kind.BROKEN) {
            return;
        }
        if (right.kind() == Kind.TEXT && op.right() instanceof Expr.Name name) {
            complaints.add(
                    TYPE,
                    op.right().at(),
                    "`" + name.name() + "` has one value, not a list.",
                    "Write `" + name.name() + " == " + Printer.forPeople(op.left()) + "`.");
            return;
        }
        if (left.kind() == Kind.TEXTS) {
            complaints.add(
                    TYPE,
                    start(op.left()),
                    "`in` asks for one text, and " + said(op.left(), left) + ".",
                    "Write `" + Printer.forPeople(op.left()) + ".exists(item, item in " + Printer.forPeople(op.right())
                            + ")`.");
            return;
        }
        Kind wanted = left.kind() == Kind.NUMBER ? Kind.NUMBERS : Kind.TEXTS;
        require(op.left(), left, Set.of(Kind.TEXT, Kind.NUMBER), "`in` looks for a text or a number in a list.");
        require(op.right(), right, Set.of(wanted, Kind.NOTHING), "`in` looks into a list of the same kind.");
        constants.checkTexts(op.left(), left, op.right(), right);
    }

    private void equality(Expr.Op op, Typed left, Typed right) {
        if (left.kind() == Kind.BROKEN || right.kind() == Kind.BROKEN) {
            return;
        }
        Optional<Expr> texts = left.kind() == Kind.TEXTS && right.kind() == Kind.TEXT
                ? Optional.of(op.left())
                : right.kind() == Kind.TEXTS && left.kind() == Kind.TEXT ? Optional.of(op.right()) : Optional.empty();
        if (texts.isPresent()) {
            Expr list = texts.get();
            Expr item = list == op.left() ? op.right() : op.left();
            complaints.add(
                    TYPE,
                    start(list),
                    said(list, left.kind() == Kind.TEXTS ? left : right, true) + ", and `" + op.operator().sign
                            + "` compares it with one text.",
                    "Write `" + (op.operator() == Expr.Operator.NE ? "!(" : "") + Printer.forPeople(item) + " in "
                            + Printer.forPeople(list) + (op.operator() == Expr.Operator.NE ? ")" : "") + "`.");
            return;
        }
        boolean lists = isList(left.kind()) && isList(right.kind());
        boolean emptyOne = left.kind() == Kind.NOTHING || right.kind() == Kind.NOTHING;
        if (left.kind() != right.kind() && !(lists && emptyOne)) {
            complaints.add(
                    TYPE,
                    op.at(),
                    said(op.left(), left, true) + " and " + said(op.right(), right) + ": they can never be equal.",
                    "Compare values of one kind" + (isText(left, right) ? "; numbers stand without quotes." : "."));
            return;
        }
        constants.checkTexts(op.left(), left, op.right(), right);
        if (left.kind() == Kind.NUMBER) {
            constants.checkBounds(op);
        }
        if (lists) {
            constants.checkOneItem(op);
        }
    }

    private Typed choice(Expr.If when) {
        requireBool(when.when(), of(when.when()), "`? :` chooses by a condition.");
        Typed then = of(when.then());
        Typed otherwise = of(when.otherwise());
        require(when.otherwise(), otherwise, Set.of(then.kind()), "Both sides of `:` are of one kind.");
        if (!then.isClosed() || !otherwise.isClosed()) {
            return Typed.of(then.kind());
        }
        List<String> both = new ArrayList<>(then.choices());
        both.addAll(otherwise.choices());
        return new Typed(then.kind(), then.owner(), both);
    }

    private Typed fold(Expr.Fold fold) {
        Typed list = of(fold.list());
        require(
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
        requireBool(fold.body(), of(fold.body()), "`" + fold.macro() + "` asks a condition of each item.");
        items.remove(fold.item());
        return fold.macro().equals("filter") ? list : Typed.of(Kind.BOOL);
    }

    /** Complains unless the whole is a condition. */
    void requireBool(Expr expr, Typed typed, String why) {
        require(expr, typed, Set.of(Kind.BOOL), why);
    }

    private void requireNumber(Expr expr, Typed typed, String why) {
        require(expr, typed, Set.of(Kind.NUMBER), why);
    }

    private void require(Expr expr, Typed typed, Set<Kind> wanted, String why) {
        if (typed.kind() == Kind.BROKEN || wanted.contains(typed.kind()) || wanted.contains(Kind.BROKEN)) {
            return;
        }
        complaints.add(TYPE, start(expr), why + " " + said(expr, typed, true) + ".", remedy(expr, typed, wanted));
    }

    private static String remedy(Expr expr, Typed typed, Set<Kind> wanted) {
        String shown = Printer.forPeople(expr);
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

    private static String example(Typed typed) {
        return typed.isClosed() ? typed.choices().getFirst() : "choice";
    }

    private static boolean isList(Kind kind) {
        return kind == Kind.TEXTS || kind == Kind.NUMBERS || kind == Kind.NOTHING;
    }

    private static boolean isText(Typed left, Typed right) {
        return left.kind() == Kind.TEXT || right.kind() == Kind.TEXT;
    }

    private static String said(Expr expr, Typed typed) {
        return said(expr, typed, false);
    }

    private static String said(Expr expr, Typed typed, boolean starting) {
        String shown = Printer.forPeople(expr);
        String subject = shown.length() > 40 ? (starting ? "This" : "this") : "`" + shown + "`";
        return subject + " is " + typed.kind().words;
    }

    /** The offset at which an expression starts, for carets. */
    static int start(Expr expr) {
        return switch (expr) {
            case Expr.Op op -> op.operands().size() == 1 ? op.at() : start(op.left());
            case Expr.If when -> start(when.when());
            case Expr.Fold fold -> start(fold.list());
            case Expr.TextCall call -> start(call.text());
            case Expr.Size size -> Math.min(size.at(), start(size.list()));
            default -> expr.at();
        };
    }
}
