/**
 * What stands beside an estimate: counting tokens, and the articles' own contradictions found by a quoted figure. It
 * must not know the options, their formulas or the estimate in its sub-rooms, nor any channel.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.cost;
