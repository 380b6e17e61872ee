package dev.tunewise.advice.result;

import dev.tunewise.flow.interview.SourcedAnswer;

/**
 * A fact that nobody knew or that was skipped, and that the advice uses. Whether another value would change the verdict says
 * {@link Counterfactuals#matters(String)}.
 *
 * @param fact id of the fact
 * @param label its short name
 * @param value the assumed value, formatted
 * @param given the assumed value with who passed the question by
 */
public record Assumption(String fact, String label, String value, SourcedAnswer given) {}
