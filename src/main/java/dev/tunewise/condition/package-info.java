/**
 * Conditions over named facts, written in CEL, that answer true, false or which facts they still need. It must not know what the facts mean.
 */
@NullMarked
package dev.tunewise.condition;

import org.jspecify.annotations.NullMarked;
