/**
 * Why a rule decided: the fewest tests that alone do, in plain words. It must not know counterfactuals, costs or
 * documents.
 */
@NullMarked
package dev.tunewise.advice.explanation;

import org.jspecify.annotations.NullMarked;
