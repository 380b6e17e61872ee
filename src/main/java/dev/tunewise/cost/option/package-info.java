/**
 * The options of a case, each as the formulas of its cost lines. It must not know simulation or how an estimate is
 * put together and shown.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.cost.option;
