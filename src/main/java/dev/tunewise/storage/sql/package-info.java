/**
 * Conversations, inbox, outbox, settings and secrets in SQLite or PostgreSQL. It must not know where the database
 * comes from, nor any platform.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.storage.sql;
