/**
 * The room for understanding what people type; all its classes live in its sub-rooms. It must not know what any flow
 * is about, nor which channel a message came through.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.reading;
