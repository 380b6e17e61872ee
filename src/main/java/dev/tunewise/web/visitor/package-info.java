/**
 * Who sits at a browser: cookies, random keys, encrypted connections. It must not know consultations or pages.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.web.visitor;
