/**
 * One turn from end to end: load, step, commit once, then send what was committed. It owns the ports for storage and delivery and must not know any
 * database, platform or framework.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.session;
