package dev.tunewise.condition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Compiles conditions over declared names. The language is CEL: its grammar reads them, its checker holds their types, its planner
 * runtime evaluates what is more than a plain comparison. On top come the checks that CEL cannot make, because it does not know which
 * choices a fact has. Whole numbers and fractions are one kind of number: `examples < 200` and `examples < 200.0` are the same.
 * Immutable and safe for use by several threads.
 */
public final class Conditions {
    private final Map<String, Declaration> declarations;
    private final Map<String, Typed> termKinds;
    private final Map<String, Expr> terms;
    private final CelParser parser;
    private final CelReferee referee;

    private Conditions(
            Map<String, Declaration> declarations,
            Map<String, Typed> termKinds,
            Map<String, Expr> terms,
            CelParser parser,
            CelReferee referee) {
        this.declarations = declarations;
        this.termKinds = termKinds;
        this.terms = terms;
        this.parser = parser;
        this.referee = referee;
    }

    /** A compiler that knows these facts and figures. */
    public static Conditions over(Map<String, Declaration> declarations) {
        Map<String, Declaration> known = new LinkedHashMap<>(declarations);
        return new Conditions(known, Map.of(), Map.of(), new CelParser(), new CelReferee(known));
    }

    /**
     * A compiler that knows these terms too. A term is a named part that conditions, and other terms, may use; those that are wrong are
     * known by name, so that conditions that use them raise no second problem.
     */
    public Terms withTerms(Map<String, String> texts) {
        TermReader reader = new TermReader(parser, declarations, texts);
        reader.readAll();
        return new Terms(
                new Conditions(declarations, reader.kinds(), reader.inlined(), parser, referee), reader.problems());
    }

    /** Compiles the text of a condition, or says all that is wrong with it. */
    public Compilation compile(String text) {
        Complaints complaints = new Complaints(text);
        Optional<Expr> parsed = parser.parse(text, complaints);
        if (parsed.isEmpty()) {
            return new Compilation.Refused(complaints.all());
        }
        Expr written = parsed.get();
        Kinds kinds = new Kinds(declarations, termKinds, complaints);
        Typed typed = kinds.of(written);
        new Demands(complaints).bool(written, typed, "A condition is true or false.");
        if (!complaints.isEmpty()) {
            return new Compilation.Refused(complaints.all());
        }
        Expr expr = Inliner.inline(written, terms);
        if (Names.in(expr).stream().anyMatch(name -> isUnclear(name.name()))) {
            return new Compilation.Compiled(never(text));
        }
        Optional<String> objection = referee.objection(expr);
        if (objection.isPresent()) {
            complaints.add(
                    "condition-type",
                    0,
                    "CEL refuses this condition: " + objection.get(),
                    "Compare values of one kind.");
            return new Compilation.Refused(complaints.all());
        }
        Shape shape = new Shaper(declarations, referee).shape(expr);
        return new Compilation.Compiled(new CompiledCondition(text, shape));
    }

    private boolean isUnclear(String name) {
        Declaration declaration = declarations.get(name);
        return declaration == null || declaration.kind() == Declaration.Kind.UNCLEAR;
    }

    /** Stands in for a condition that uses something broken, which is reported where it is declared. */
    private static Condition never(String text) {
        return new CompiledCondition(text, new Shape.Fixed(false));
    }
}
