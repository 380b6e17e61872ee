/**
 * Reads request bodies strictly and collects everything that is wrong with them. It must not know responses,
 * consultations or controllers.
 */
@NullMarked
package dev.tunewise.api.request;

import org.jspecify.annotations.NullMarked;
