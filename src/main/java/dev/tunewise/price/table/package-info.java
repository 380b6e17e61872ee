/**
 * Prices as plain text tables for a terminal. It must not know how prices are read or where they are shown.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.price.table;
