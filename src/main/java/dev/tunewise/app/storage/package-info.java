/**
 * The database in service: its settings, the factory that opens it, and its health check. It must not know flows,
 * prices or HTTP.
 */
@NullMarked
package dev.tunewise.app.storage;

import org.jspecify.annotations.NullMarked;
