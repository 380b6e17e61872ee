/**
 * Faults as problem details, RFC 9457. It must not know flows, facts or controllers.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.api.problem;
