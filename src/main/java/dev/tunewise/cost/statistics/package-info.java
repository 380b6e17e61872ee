/**
 * Statistics of measured quality: confidence of shares, sample sizes and the comparison of two systems. It must not
 * know money, prices or options.
 */
@NullMarked
package dev.tunewise.cost.statistics;

import org.jspecify.annotations.NullMarked;
