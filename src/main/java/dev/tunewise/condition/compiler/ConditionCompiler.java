package dev.tunewise.condition.compiler;

import dev.tunewise.condition.BooleanTree;
import dev.tunewise.condition.Compilation;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Declaration;
import dev.tunewise.condition.evaluation.BooleanTreeBuilder;
import dev.tunewise.condition.evaluation.CompiledCondition;
import dev.tunewise.condition.syntax.CelParser;
import dev.tunewise.condition.syntax.ConditionProblems;
import dev.tunewise.condition.syntax.Expr;
import dev.tunewise.condition.syntax.ExprSymbols;
import dev.tunewise.condition.syntax.TermInliner;
import dev.tunewise.condition.type.ExprType;
import dev.tunewise.condition.type.TypeChecker;
import dev.tunewise.condition.type.TypeExpectations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Compiles conditions over declared names. The language is a part of CEL: its grammar reads them, and a test holds that they mean the same.
 * The checks are our own, because CEL does not know which choices a fact has. Whole numbers and fractions are one kind of number:
 * `examples < 200` and `examples < 200.0` are the same.
 * Immutable and safe for use by several threads.
 */
public final class ConditionCompiler {
    private final Map<String, Declaration> declarations;
    private final Map<String, ExprType> termKinds;
    private final Map<String, Expr> terms;
    private final CelParser parser;

    private ConditionCompiler(
            Map<String, Declaration> declarations,
            Map<String, ExprType> termKinds,
            Map<String, Expr> terms,
            CelParser parser) {
        this.declarations = declarations;
        this.termKinds = termKinds;
        this.terms = terms;
        this.parser = parser;
    }

    public static ConditionCompiler over(Map<String, Declaration> declarations) {
        Map<String, Declaration> known = new LinkedHashMap<>(declarations);
        return new ConditionCompiler(known, Map.of(), Map.of(), new CelParser());
    }

    /**
     * A compiler that knows these terms too. A term is a named part that conditions, and other terms, may use; those that are wrong are
     * known by name, so that conditions that use them raise no second problem.
     */
    public CompiledTerms withTerms(Map<String, String> texts) {
        TermReader reader = new TermReader(parser, declarations, texts);
        reader.readAll();
        return new CompiledTerms(
                new ConditionCompiler(declarations, reader.kinds(), reader.inlined(), parser), reader.problems());
    }

    /** Compiles the text of a condition, or says all that is wrong with it. */
    public Compilation compile(String text) {
        ConditionProblems complaints = new ConditionProblems(text);
        Optional<Expr> parsed = parser.parse(text, complaints);
        if (parsed.isEmpty()) {
            return new Compilation.Refused(complaints.all());
        }
        Expr written = parsed.get();
        TypeChecker kinds = new TypeChecker(declarations, termKinds, complaints);
        ExprType typed = kinds.of(written);
        new TypeExpectations(complaints).bool(written, typed, "A condition is true or false.");
        if (!complaints.isEmpty()) {
            return new Compilation.Refused(complaints.all());
        }
        Expr expr = TermInliner.inline(written, terms);
        if (ExprSymbols.in(expr).stream().anyMatch(name -> isUnclear(name.name()))) {
            return new Compilation.Compiled(never(text));
        }
        return new Compilation.Compiled(CompiledCondition.of(text, new BooleanTreeBuilder(declarations).shape(expr)));
    }

    private boolean isUnclear(String name) {
        Declaration declaration = declarations.get(name);
        return declaration == null || declaration.kind() == Declaration.Kind.UNCLEAR;
    }

    /** Stands in for a condition that uses something broken, which is reported where it is declared. */
    private static Condition never(String text) {
        return CompiledCondition.of(text, new BooleanTree.Fixed(false));
    }
}
