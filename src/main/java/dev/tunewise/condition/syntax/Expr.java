package dev.tunewise.condition.syntax;

import java.util.List;

/** The syntax of a condition: the part of CEL that flows use, macros not expanded. */
public sealed interface Expr {
    /** Offset in the text it was written in, in code points. */
    int at();

    record Name(int at, String name) implements Expr {}

    record Num(int at, double value) implements Expr {}

    record Str(int at, String value) implements Expr {}

    record Bool(int at, boolean value) implements Expr {}

    record ListOf(int at, List<Expr> items) implements Expr {}

    /** An operator with one or two operands. */
    record Op(int at, Operator operator, List<Expr> operands) implements Expr {
        public Expr left() {
            return operands.getFirst();
        }

        public Expr right() {
            return operands.getLast();
        }
    }

    /** `when ? then : otherwise`. */
    record If(int at, Expr when, Expr then, Expr otherwise) implements Expr {}

    /** How many items a list has. */
    record Size(int at, Expr list) implements Expr {}

    /** A question to each item of a list: `list.exists(item, body)`, `all`, `exists_one` or `filter`. */
    record Fold(int at, String macro, Expr list, String item, Expr body) implements Expr {}

    /** A question to a text: `startsWith`, `endsWith` or `contains`. */
    record TextCall(int at, String function, Expr text, Expr argument) implements Expr {}

    /** A part that was refused already; it raises no further problem. */
    record Broken(int at) implements Expr {}

    /** Operators as CEL names them, with how tightly they bind. */
    enum Operator {
        OR("_||_", "||", 1),
        AND("_&&_", "&&", 2),
        EQ("_==_", "==", 3),
        NE("_!=_", "!=", 3),
        LT("_<_", "<", 3),
        LE("_<=_", "<=", 3),
        GT("_>_", ">", 3),
        GE("_>=_", ">=", 3),
        IN("@in", "in", 3),
        ADD("_+_", "+", 4),
        SUB("_-_", "-", 4),
        MUL("_*_", "*", 5),
        DIV("_/_", "/", 5),
        NOT("!_", "!", 6),
        NEG("-_", "-", 6);

        final String function;
        public final String sign;
        final int binding;

        Operator(String function, String sign, int binding) {
            this.function = function;
            this.sign = sign;
            this.binding = binding;
        }

        public boolean isEquality() {
            return this == EQ || this == NE;
        }

        public boolean isOrder() {
            return this == LT || this == LE || this == GT || this == GE;
        }

        public boolean isArithmetic() {
            return this == ADD || this == SUB || this == MUL || this == DIV || this == NEG;
        }
    }

    /** The offset at which it starts, for carets. */
    default int start() {
        return switch (this) {
            case Op op -> op.operands().size() == 1 ? op.at() : op.left().start();
            case If when -> when.when().start();
            case Fold fold -> fold.list().start();
            case TextCall call -> call.text().start();
            case Size size -> Math.min(size.at(), size.list().start());
            case Name _, Num _, Str _, Bool _, Broken _, ListOf _ -> at();
        };
    }
}
