/** Patterns that are tried only where a text holds what they need. */
@NullMarked
package dev.tunewise.flow.anchor;

import org.jspecify.annotations.NullMarked;
