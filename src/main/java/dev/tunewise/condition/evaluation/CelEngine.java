package dev.tunewise.condition.evaluation;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.tunewise.condition.Declaration;
import dev.tunewise.condition.syntax.Expr;
import dev.tunewise.condition.syntax.ExprPrinter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** CEL itself: checks and plans the tests that are more than a plain comparison, and is started when the first of these comes. */
public final class CelEngine {
    private static final List<CelStandardMacro> MACROS = List.of(
            CelStandardMacro.EXISTS, CelStandardMacro.ALL, CelStandardMacro.EXISTS_ONE, CelStandardMacro.FILTER);

    /** Operators that our own checks let stand between truths only. */
    private static final Set<Expr.Operator> JOINING =
            EnumSet.of(Expr.Operator.AND, Expr.Operator.OR, Expr.Operator.NOT);

    private final Map<String, Declaration> declarations;
    private final Map<String, Optional<String>> objections = new ConcurrentHashMap<>();

    /** Made when the first test needs them: starting each takes a quarter of a second, and most flows never do. */
    private @Nullable CelCompiler compiler;

    private @Nullable CelRuntime runtime;

    public CelEngine(Map<String, Declaration> declarations) {
        this.declarations = declarations;
    }

    private synchronized CelCompiler compiler() {
        if (compiler == null) {
            compiler = compiler(declarations);
        }
        return compiler;
    }

    private static CelCompiler compiler(Map<String, Declaration> declarations) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(CelOptions.current().build())
                .setStandardMacros(MACROS);
        declarations.forEach((name, declaration) -> builder.addVar(name, type(declaration)));
        return builder.build();
    }

    private static CelType type(Declaration declaration) {
        return switch (declaration.kind()) {
            case CHOICE -> SimpleType.STRING;
            case CHOICES -> ListType.create(SimpleType.STRING);
            case QUANTITY -> SimpleType.DOUBLE;
            case YES_NO -> SimpleType.BOOL;
            case UNCLEAR -> SimpleType.DYN;
        };
    }

    /**
     * What CEL has against a condition that our own checks let pass; anything at all is a gap in ours. The tests of a condition are checked one
     * by one, each once however many conditions make it.
     *
     * @param plain says of which tests we know all by ourselves
     */
    public Optional<String> objection(Expr expr, Predicate<Expr> plain) {
        if (expr instanceof Expr.Op op && JOINING.contains(op.operator())) {
            return op.operands().stream()
                    .map(part -> objection(part, plain))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return plain.test(expr)
                ? Optional.empty()
                : objections.computeIfAbsent(ExprPrinter.forCel(expr), this::objection);
    }

    private Optional<String> objection(String test) {
        CelValidationResult result = compiler().compile(test);
        List<CelIssue> errors = result.getErrors();
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(errors.getFirst().getMessage());
    }

    /** A program for a test, run by CEL's planner runtime. */
    public CelRuntime.Program plan(Expr expr) {
        String text = ExprPrinter.forCel(expr);
        try {
            return runtime().createProgram(checked(text));
        } catch (CelEvaluationException impossible) {
            throw new IllegalStateException("CEL cannot plan a condition that it checked: " + text, impossible);
        }
    }

    private synchronized CelRuntime runtime() {
        if (runtime == null) {
            runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
        }
        return runtime;
    }

    private CelAbstractSyntaxTree checked(String text) {
        try {
            return compiler().compile(text).getAst();
        } catch (CelValidationException gap) {
            throw new IllegalStateException(
                    "CEL refuses a condition that passed our checks: " + text + ": " + gap.getMessage(), gap);
        }
    }
}
