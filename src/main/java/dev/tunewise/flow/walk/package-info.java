/**
 * Walks all interviews of a flow over the values that its tests tell apart, and reports what is wrong with it. It
 * must not know files, stories or what any flow is about.
 */
@NullMarked
package dev.tunewise.flow.walk;

import org.jspecify.annotations.NullMarked;
