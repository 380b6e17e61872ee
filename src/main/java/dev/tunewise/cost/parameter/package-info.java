/**
 * The facts of a case and the cost parameters with their defaults and limits. It must not know options, price lists
 * or how anything is computed.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.cost.parameter;
