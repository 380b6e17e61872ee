package dev.tunewise.condition.syntax;

import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import java.util.List;
import java.util.Optional;

/** Text to syntax: CEL's grammar, with macros left as they are written so that problems can speak of them. */
public final class CelParser {
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
            Expr expr = new ExprReader(parsed.getAst().getSource(), complaints)
                    .read(parsed.getAst().getExpr());
            return complaints.isEmpty() ? Optional.of(expr) : Optional.empty();
        } catch (CelValidationException impossible) {
            throw new IllegalStateException("CEL reports no error and no syntax for: " + text, impossible);
        }
    }
}
