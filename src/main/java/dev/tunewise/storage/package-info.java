/**
 * The stores of the service: opened on a database or in memory. It must not know what a consultation means, nor any
 * platform.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.storage;
