/**
 * Takes activities and file requests over HTTP: verifies, stores and acknowledges them, and answers invokes. It must
 * not know what a consultation is, nor how cards are drawn.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.teams.receive;
