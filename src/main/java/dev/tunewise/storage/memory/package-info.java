/**
 * Conversations, inbox, outbox, settings and secrets in memory. It must not know databases, nor any platform.
 */
@NullMarked
package dev.tunewise.storage.memory;

import org.jspecify.annotations.NullMarked;
