/**
 * A consultation and its messages as the API writes them. It must not know requests or any other channel.
 */
@NullMarked
package dev.tunewise.api.consultation;

import org.jspecify.annotations.NullMarked;
