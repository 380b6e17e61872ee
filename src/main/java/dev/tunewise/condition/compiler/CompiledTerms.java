package dev.tunewise.condition.compiler;

import dev.tunewise.condition.ConditionProblem;
import java.util.List;
import java.util.Map;

/**
 * Conditions that may use named terms.
 *
 * @param conditions the compiler that knows the terms that are right
 * @param problems what is wrong with the others, by term
 */
public record CompiledTerms(ConditionCompiler conditions, Map<String, List<ConditionProblem>> problems) {}
