/**
 * The database in service: its settings, the factory that opens it, and its health check. It must not know flows,
 * prices or HTTP.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.app.storage;
