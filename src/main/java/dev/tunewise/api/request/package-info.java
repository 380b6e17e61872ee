/**
 * Reads request bodies strictly and collects everything that is wrong with them. It must not know responses,
 * consultations or controllers.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.api.request;
