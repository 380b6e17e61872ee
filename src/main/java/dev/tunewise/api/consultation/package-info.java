/**
 * A consultation and its messages as the API writes them. It must not know requests or any other channel.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.api.consultation;
