/**
 * Plays scripted interviews, compares how they end with what is expected, and measures what they cover. It must not
 * know how stories are written down, nor walks.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.flow.story;
