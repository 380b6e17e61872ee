/**
 * The entry to reading: runs all stages over a message, and checks patterns of flows and proposals of language
 * models. It must not know channels, conversations or storage.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.reading.reader;
