/**
 * Faults as problem details, RFC 9457. It must not know flows, facts or controllers.
 */
@NullMarked
package dev.tunewise.api.problem;

import org.jspecify.annotations.NullMarked;
