/**
 * Evaluates checked conditions over known facts with three-valued logic. It must not know how text is parsed, nor
 * about named terms.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.condition.evaluation;
