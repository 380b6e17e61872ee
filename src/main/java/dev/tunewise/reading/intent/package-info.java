/**
 * Detects what a message orders or asks: commands, questions, what-ifs, small talk and pasted text. It must not know
 * how answers are resolved, nor what carries an intent out.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.reading.intent;
