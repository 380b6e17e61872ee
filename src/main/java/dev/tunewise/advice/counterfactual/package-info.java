/**
 * Finds the changes of one fact that change the advice, the nearest and most plausible first. It must not know
 * explanations, costs or documents.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.advice.counterfactual;
