/**
 * What has a price: models, tuning offers, GPUs and vector stores, with where the price comes from. It must not know
 * files or how entries are found.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.price.offer;
