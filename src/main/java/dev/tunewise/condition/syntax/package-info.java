/**
 * Parses CEL text into a syntax tree and prints, searches and inlines it. It must not know declarations, types or
 * evaluation.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.condition.syntax;
