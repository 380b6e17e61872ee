/**
 * One turn from end to end: load, compute the state, step, commit once, and try again when somebody else committed
 * first. It must not know any database, platform or framework, nor how posts are sent.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.session.turn;
