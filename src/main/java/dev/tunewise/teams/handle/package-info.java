/**
 * Turns messages, invokes and file consents into inputs of a consultation, and shows the answers of commands. It must
 * not know HTTP routes or signatures, nor hold rules of the consultation.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.teams.handle;
