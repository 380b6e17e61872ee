/**
 * Advice as the API writes it. It must not know requests or consultations.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.api.advice;
