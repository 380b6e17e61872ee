/**
 * Reads and writes values as text and draws a flow as a diagram. It must not know interviews or channels.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.flow.format;
