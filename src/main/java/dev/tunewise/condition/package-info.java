/**
 * Conditions over named facts as others use them: what they say of the facts known so far, their tests and their
 * problems. It must not know what the facts mean, nor how a condition is compiled.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.condition;
