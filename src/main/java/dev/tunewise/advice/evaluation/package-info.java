/**
 * The answers under advice with their figures and texts, and what the rules make of them. It must not know
 * explanations, counterfactuals or costs.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.advice.evaluation;
