/**
 * Lays the entries and posts of a consultation out as a thread that one visitor sees. It must not know HTTP, forms or
 * templates.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.web.thread;
