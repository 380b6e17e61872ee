/**
 * Parses CEL text into a syntax tree and prints, searches and inlines it. It must not know declarations, types or
 * evaluation.
 */
@NullMarked
package dev.tunewise.condition.syntax;

import org.jspecify.annotations.NullMarked;
