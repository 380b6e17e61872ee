/**
 * Who sits at a browser: cookies, random keys, encrypted connections. It must not know consultations or pages.
 */
@NullMarked
package dev.tunewise.web.visitor;

import org.jspecify.annotations.NullMarked;
