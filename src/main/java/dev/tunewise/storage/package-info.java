/**
 * The stores of the service: opened on a database or in memory. It must not know what a consultation means, nor any
 * platform.
 */
@NullMarked
package dev.tunewise.storage;

import org.jspecify.annotations.NullMarked;
