/**
 * How far results vary: Monte Carlo simulation of all inputs at once and sensitivity to one at a time. It must not
 * know the estimate that uses it, nor the terms of any single option beyond its formulas and its id.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.cost.simulation;
