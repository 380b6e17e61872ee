/**
 * Advice as the API writes it. It must not know requests or consultations.
 */
@NullMarked
package dev.tunewise.api.advice;

import org.jspecify.annotations.NullMarked;
