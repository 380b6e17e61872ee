/**
 * The pattern language of flows: parsing and compiling patterns, and matching them against annotated tokens. It must
 * not know what a match means for an answer.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.reading.pattern;
