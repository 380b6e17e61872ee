/**
 * Platform requests that are acknowledged but not yet processed: the port that keeps them and the worker that
 * processes them. It must not know what a request says, nor any platform or database.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.session.inbox;
