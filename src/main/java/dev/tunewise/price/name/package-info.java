/**
 * Finds the model that somebody means by a name. It must not know price files, catalogues or conversations.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.price.name;
