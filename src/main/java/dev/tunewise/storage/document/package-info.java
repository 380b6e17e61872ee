/**
 * Entries and posts as JSON documents, with type names kept for good, and the exception that storage reports. It must
 * not know databases, keys or what a document means.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.storage.document;
