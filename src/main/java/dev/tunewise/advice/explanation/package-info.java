/**
 * Why a rule decided: the fewest tests that alone do, in plain words. It must not know counterfactuals, costs or
 * documents.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.advice.explanation;
