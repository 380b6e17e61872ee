/**
 * Evaluates checked conditions over known facts with three-valued logic. It must not know how text is parsed, nor
 * about named terms.
 */
@NullMarked
package dev.tunewise.condition.evaluation;

import org.jspecify.annotations.NullMarked;
