/**
 * How work is done on SQLite and PostgreSQL: one writer or many, one transaction each, commits that go together, one clock. It knows no
 * table and nothing of what is kept.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.storage.transaction;
