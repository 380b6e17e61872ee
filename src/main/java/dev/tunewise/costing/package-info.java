/**
 * Fills the advice's port for calculation from the cost model and the price catalogue: the figures that rules test, and the comparison that an answer
 * shows. It must not compute by itself, nor know how anything is shown.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.costing;
