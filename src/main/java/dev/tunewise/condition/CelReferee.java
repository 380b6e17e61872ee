package dev.tunewise.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
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
import java.util.List;
import java.util.Map;

/** CEL itself: checks the types of every condition and plans those tests that are more than a plain comparison. */
final class CelReferee {
    private static final List<CelStandardMacro> MACROS = List.of(
            CelStandardMacro.EXISTS, CelStandardMacro.ALL, CelStandardMacro.EXISTS_ONE, CelStandardMacro.FILTER);

    private final CelCompiler compiler;
    private final CelRuntime runtime;

    CelReferee(Map<String, Declaration> declarations) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(CelOptions.current().build())
                .setStandardMacros(MACROS);
        declarations.forEach((name, declaration) -> builder.addVar(name, type(declaration)));
        compiler = builder.build();
        runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
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

    /** Has CEL check a condition that our own checks let pass; CEL finding something is a gap in ours. */
    void check(Expr expr) {
        checked(Printer.forCel(expr));
    }

    /** A program for a test, run by CEL's planner runtime. */
    CelRuntime.Program plan(Expr expr) {
        String text = Printer.forCel(expr);
        try {
            return runtime.createProgram(checked(text));
        } catch (CelEvaluationException impossible) {
            throw new IllegalStateException("CEL cannot plan a condition that it checked: " + text, impossible);
        }
    }

    private CelAbstractSyntaxTree checked(String text) {
        try {
            return compiler.compile(text).getAst();
        } catch (CelValidationException gap) {
            throw new IllegalStateException(
                    "CEL refuses a condition that passed our checks: " + text + ": " + gap.getMessage(), gap);
        }
    }
}
