/**
 * The flows in service: found, loaded, compiled, reloaded when files change, and reported to the health check. It
 * must not know sessions, HTTP or the database.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.app.flow;
