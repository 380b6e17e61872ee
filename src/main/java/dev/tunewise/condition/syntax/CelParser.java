package dev.tunewise.condition.syntax;

import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Text to syntax: CEL's grammar, with macros left as they are written so that problems can speak of them. */
public final class CelParser {
    private static final Map<String, Expr.Operator> OPERATORS =
            Arrays.stream(Expr.Operator.values()).collect(Collectors.toMap(op -> op.function, Function.identity()));
    private static final Set<String> FOLDS = Set.of("exists", "all", "exists_one", "filter");
    private static final Set<String> TEXT_CALLS = Set.of("startsWith", "endsWith", "contains");

    private final CelCompiler grammar = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(CelOptions.current().build())
            .build();

    /** The syntax of a text, or empty after adding to the complaints why it has none. */
    public Optional<Expr> parse(String text, ConditionProblems complaints) {
        if (text.isBlank()) {
            complaints.add("condition-empty", 0);
            return Optional.empty();
        }
        CelValidationResult parsed = grammar.parse(text);
        if (parsed.hasError()) {
            List<CelIssue> errors = parsed.getErrors();
            CelIssue first = errors.getFirst();
            int at = parsed.getSource()
                    .getLocationOffset(
                            first.getSourceLocation().getLine(),
                            first.getSourceLocation().getColumn())
                    .orElse(0);
            SyntaxErrorMessage.explain(text, at, first.getMessage(), complaints);
            return Optional.empty();
        }
        try {
            Expr expr = new Reading(parsed.getAst().getSource(), complaints)
                    .read(parsed.getAst().getExpr());
            return complaints.isEmpty() ? Optional.of(expr) : Optional.empty();
        } catch (CelValidationException impossible) {
            throw new IllegalStateException("CEL reports no error and no syntax for: " + text, impossible);
        }
    }

    /** Turns CEL's syntax tree into ours; whatever flows do not use is refused with a way to say it. */
    private static final class Reading {
        private final Map<Long, Integer> offsets;
        private final ConditionProblems complaints;

        private Reading(CelSource source, ConditionProblems complaints) {
            this.offsets = source.getPositionsMap();
            this.complaints = complaints;
        }

        private Expr read(CelExpr expr) {
            int at = offsets.getOrDefault(expr.id(), 0);
            return switch (expr.exprKind().getKind()) {
                case CONSTANT -> constant(expr.constant(), at);
                case IDENT -> new Expr.Name(at, expr.ident().name());
                case LIST -> new Expr.ListOf(at, readAll(expr.list().elements()));
                case CALL -> call(expr.call(), at);
                case SELECT -> refuse(at, "part", expr.select().field());
                case MAP, STRUCT -> refuse(at, "map");
                case COMPREHENSION, NOT_SET -> refuse(at, "expression");
            };
        }

        private List<Expr> readAll(List<CelExpr> exprs) {
            return exprs.stream().map(this::read).toList();
        }

        private Expr constant(CelConstant constant, int at) {
            return switch (constant.getKind()) {
                case DOUBLE_VALUE ->
                    Double.isFinite(constant.doubleValue())
                            ? new Expr.Num(at, constant.doubleValue())
                            : refuse(at, "too-large");
                case INT64_VALUE -> new Expr.Num(at, constant.int64Value());
                case UINT64_VALUE -> new Expr.Num(at, ((Number) constant.uint64Value()).doubleValue());
                case STRING_VALUE -> new Expr.Str(at, constant.stringValue());
                case BOOLEAN_VALUE -> new Expr.Bool(at, constant.booleanValue());
                case NULL_VALUE -> refuse(at, "null");
                default -> refuse(at, "constant");
            };
        }

        private Expr call(CelExpr.CelCall call, int at) {
            Expr.Operator operator = OPERATORS.get(call.function());
            if (operator != null) {
                return new Expr.Op(at, operator, readAll(call.args()));
            }
            Optional<CelExpr> target = call.target();
            List<CelExpr> args = call.args();
            if (call.function().equals("_?_:_")) {
                return new Expr.If(at, read(args.get(0)), read(args.get(1)), read(args.get(2)));
            }
            if (call.function().equals("_[_]")) {
                return refuse(at, "index");
            }
            if (call.function().equals("size") && args.size() + (target.isPresent() ? 1 : 0) == 1) {
                return new Expr.Size(at, read(target.orElseGet(args::getFirst)));
            }
            if (target.isPresent() && FOLDS.contains(call.function()) && args.size() == 2) {
                return fold(call, target.get(), at);
            }
            if (target.isPresent() && TEXT_CALLS.contains(call.function()) && args.size() == 1) {
                return new Expr.TextCall(at, call.function(), read(target.get()), read(args.getFirst()));
            }
            int start =
                    target.isPresent() ? at : Math.max(0, at - call.function().length());
            return refuse(
                    call.function().equals("_%_") ? at : start,
                    "function",
                    call.function().replace("_%_", "%"));
        }

        private Expr fold(CelExpr.CelCall call, CelExpr target, int at) {
            Expr item = read(call.args().getFirst());
            if (!(item instanceof Expr.Name name)) {
                return refuse(item.at(), "item", call.function());
            }
            return new Expr.Fold(
                    at,
                    call.function(),
                    read(target),
                    name.name(),
                    read(call.args().getLast()));
        }

        private Expr refuse(int at, String why, Object... values) {
            complaints.add("condition-unsupported." + why, at, values);
            return new Expr.Broken(at);
        }
    }
}
