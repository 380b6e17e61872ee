/**
 * The estimate: all options of a case side by side with lines, payback, break-even, curves and the figures that rules
 * test. It must not know flows, advice or any channel.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.cost.estimate;
