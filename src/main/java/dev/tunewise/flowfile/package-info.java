/**
 * Loads flow folders into checked flows and keeps the last good one when a file gets worse. It must not know what a
 * flow is about, nor when anybody looks at the files again.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.flowfile;
