/**
 * All prices in use, found by id or name. It must not know how files are read or updated.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.price.catalogue;
