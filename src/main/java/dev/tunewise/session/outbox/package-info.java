/**
 * Posts that are committed but not yet sent: the port that keeps them, and their delivery in order with retries. It
 * must not know how posts come about, nor any platform or database.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.session.outbox;
