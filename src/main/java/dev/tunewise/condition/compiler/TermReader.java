package dev.tunewise.condition.compiler;

import dev.tunewise.condition.ConditionProblem;
import dev.tunewise.condition.Declaration;
import dev.tunewise.condition.syntax.CelParser;
import dev.tunewise.condition.syntax.ConditionProblems;
import dev.tunewise.condition.syntax.Expr;
import dev.tunewise.condition.syntax.ExprSymbols;
import dev.tunewise.condition.syntax.TermInliner;
import dev.tunewise.condition.type.ExprType;
import dev.tunewise.condition.type.Kind;
import dev.tunewise.condition.type.TypeChecker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads terms in the order in which they need one another; a term that needs itself is refused with the way round named. */
final class TermReader {
    private final CelParser parser;
    private final Map<String, Declaration> declarations;
    private final Map<String, String> texts;
    private final Map<String, Expr> parsed = new LinkedHashMap<>();
    private final Map<String, ConditionProblems> complaints = new LinkedHashMap<>();
    private final Map<String, ExprType> kinds = new LinkedHashMap<>();
    private final Map<String, Expr> inlined = new LinkedHashMap<>();
    private final LinkedHashSet<String> open = new LinkedHashSet<>();

    TermReader(CelParser parser, Map<String, Declaration> declarations, Map<String, String> texts) {
        this.parser = parser;
        this.declarations = declarations;
        this.texts = texts;
    }

    void readAll() {
        texts.forEach((name, text) -> {
            ConditionProblems own = new ConditionProblems(text);
            complaints.put(name, own);
            Optional<Expr> expr = parser.parse(text, own);
            expr.ifPresent(syntax -> parsed.put(name, syntax));
            if (declarations.containsKey(name)) {
                own.add("name-taken.term", 0, name);
            }
        });
        texts.keySet().forEach(this::read);
    }

    private void read(String name) {
        Expr expr = parsed.get(name);
        if (inlined.containsKey(name) || kinds.containsKey(name)) {
            return;
        }
        if (expr == null) {
            kinds.put(name, ExprType.of(Kind.BROKEN));
            return;
        }
        open.add(name);
        for (Expr.Name used : ExprSymbols.in(expr)) {
            if (open.contains(used.name())) {
                List<String> round = new ArrayList<>(open);
                String way = String.join(" → ", round.subList(round.indexOf(used.name()), round.size()));
                own(name).add("cycle.terms", used.at(), way, used.name());
                kinds.put(used.name(), ExprType.of(Kind.BROKEN));
            } else if (texts.containsKey(used.name())) {
                read(used.name());
            }
        }
        open.remove(name);
        ExprType kind = new TypeChecker(declarations, kinds, own(name)).of(expr);
        boolean usesBroken = ExprSymbols.in(expr).stream().anyMatch(used -> isBroken(used.name()));
        if (own(name).isEmpty() && !usesBroken) {
            kinds.put(name, kind);
            inlined.put(name, TermInliner.inline(expr, inlined));
        } else {
            kinds.put(name, ExprType.of(Kind.BROKEN));
        }
    }

    private boolean isBroken(String name) {
        ExprType kind = kinds.get(name);
        return kind != null && kind.kind() == Kind.BROKEN;
    }

    private ConditionProblems own(String name) {
        return Objects.requireNonNull(complaints.get(name));
    }

    Map<String, ExprType> kinds() {
        return kinds;
    }

    Map<String, Expr> inlined() {
        return inlined;
    }

    Map<String, List<ConditionProblem>> problems() {
        Map<String, List<ConditionProblem>> problems = new LinkedHashMap<>();
        complaints.forEach((name, own) -> {
            if (!own.isEmpty()) {
                problems.put(name, own.all());
            }
        });
        return problems;
    }
}
