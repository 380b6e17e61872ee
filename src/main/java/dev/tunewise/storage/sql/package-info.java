/**
 * Conversations, inbox, outbox, settings and secrets in SQLite or PostgreSQL. It must not know where the database
 * comes from, nor any platform.
 */
@NullMarked
package dev.tunewise.storage.sql;

import org.jspecify.annotations.NullMarked;
