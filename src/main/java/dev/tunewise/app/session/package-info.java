/**
 * The services around a consultation: turns, the relay that empties the outbox, exports, and the settings of the
 * language model. It must not know HTTP access, nor which database is in use.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.app.session;
