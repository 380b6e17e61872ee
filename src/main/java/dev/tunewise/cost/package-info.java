/**
 * The advice in money: options for a case, what each costs and saves, when it pays back, how sure that is, and how large an evaluation
 * must be. It must not know how facts are asked for or how results are shown, and has no clock and no randomness of its own.
 */
@NullMarked
package dev.tunewise.cost;

import org.jspecify.annotations.NullMarked;
