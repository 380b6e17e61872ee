/**
 * Checks which kind of value each part of a condition has and that constants can occur. It must not know how a
 * condition is evaluated.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.condition.type;
