/**
 * Amounts as formulas over inputs: exact, written out with their numbers, and computed in batches. It must not know
 * options, cases or what is simulated.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.cost.formula;
