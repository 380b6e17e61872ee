/**
 * Reads flow folders into flows, with line and column on every problem, and keeps the last good flow when a file gets worse. It must not know
 * what a flow is about, nor when anybody looks at the files again.
 */
@NullMarked
package dev.tunewise.flowfile;

import org.jspecify.annotations.NullMarked;
