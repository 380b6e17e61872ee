/**
 * Reads numbers, ranges, rates and amounts with their currencies from tokens. It must not know facts, flows or
 * patterns.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.reading.number;
