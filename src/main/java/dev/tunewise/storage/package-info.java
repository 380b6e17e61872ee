/**
 * Keeps consultations, the outbox, settings and secrets in SQLite, in PostgreSQL or in memory, behind the ports of {@code session}. It must
 * not know what a consultation means, nor any platform.
 */
@NullMarked
package dev.tunewise.storage;

import org.jspecify.annotations.NullMarked;
