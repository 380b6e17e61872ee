/**
 * Finds the model that somebody means by a name. It must not know price files, catalogues or conversations.
 */
@NullMarked
package dev.tunewise.price.name;

import org.jspecify.annotations.NullMarked;
