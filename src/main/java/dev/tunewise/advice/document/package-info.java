/**
 * Advice and costs as documents of maps and lists for records and machines. It must not know how advice is computed,
 * nor any JSON library.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.advice.document;
