/**
 * The flows that are served now, and flows and readings as the API writes them. It must not know consultations or
 * controllers.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.api.flow;
