/**
 * What is said without being asked: digests at the hour that a channel chose, one reminder of what stalled. It does not know how time is told,
 * how posts are sent, or who runs it.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.session.digest;
