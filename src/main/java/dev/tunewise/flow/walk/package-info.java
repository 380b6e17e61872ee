/**
 * Walks all interviews of a flow over the values that its tests tell apart, and reports what is wrong with it. It
 * must not know files, stories or what any flow is about.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.flow.walk;
