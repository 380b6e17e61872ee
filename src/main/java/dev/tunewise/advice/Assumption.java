package dev.tunewise.advice;

import dev.tunewise.flow.Given;

/**
 * A fact that nobody knew or that was skipped, and that the advice uses. Whether another value would change the verdict says
 * {@link Outlook#matters(String)}.
 *
 * @param fact id of the fact
 * @param label its short name
 * @param value the assumed value, formatted
 * @param given the assumed value with who passed the question by
 */
public record Assumption(String fact, String label, String value, Given given) {}
