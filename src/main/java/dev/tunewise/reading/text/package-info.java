/**
 * Turns a typed message into normalized text and tokens, and tells the author's own words from quotes, code and
 * links. It must not know numbers, names or patterns.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.reading.text;
