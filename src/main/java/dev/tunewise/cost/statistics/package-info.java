/**
 * Statistics of measured quality: confidence of shares, sample sizes and the comparison of two systems. It must not
 * know money, prices or options.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.cost.statistics;
