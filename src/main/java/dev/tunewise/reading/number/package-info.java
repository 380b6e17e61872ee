/**
 * Reads numbers, ranges, rates and amounts with their currencies from tokens. It must not know facts, flows or
 * patterns.
 */
@NullMarked
package dev.tunewise.reading.number;

import org.jspecify.annotations.NullMarked;
