/**
 * The price catalogue: models, tuning offers, GPUs and vector stores with unit, date and source of every price, the names people use
 * for them, and the import of LiteLLM's price file. It must not know what anybody does with a model: no calls, no facts, no advice.
 */
@NullMarked
package dev.tunewise.price;

import org.jspecify.annotations.NullMarked;
