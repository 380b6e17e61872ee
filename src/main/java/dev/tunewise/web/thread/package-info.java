/**
 * Lays the entries and posts of a consultation out as a thread that one visitor sees. It must not know HTTP, forms or
 * templates.
 */
@NullMarked
package dev.tunewise.web.thread;

import org.jspecify.annotations.NullMarked;
