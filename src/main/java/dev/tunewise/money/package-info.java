/**
 * Exact amounts in US dollars, low/likely/high ranges, and the one place where amounts are rounded and written. It must not know what
 * the amounts are for: no prices, no options, no facts.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.money;
