/**
 * What templates show, and how pages are drawn and served. It must not change a consultation, nor decide what a
 * visitor may do.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.web.page;
