/**
 * Costs as the API writes them. It must not know how costs are computed, nor requests.
 */
@NullMarked
package dev.tunewise.api.cost;

import org.jspecify.annotations.NullMarked;
