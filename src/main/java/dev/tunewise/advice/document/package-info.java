/**
 * Advice and costs as documents of maps and lists for records and machines. It must not know how advice is computed,
 * nor any JSON library.
 */
@NullMarked
package dev.tunewise.advice.document;

import org.jspecify.annotations.NullMarked;
