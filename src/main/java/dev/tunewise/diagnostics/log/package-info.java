/**
 * What may stand in a log line: no words of people, no line breaks of strangers, not the same thing a hundred times. It must
 * not know who logs, nor any logging library.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.diagnostics.log;
