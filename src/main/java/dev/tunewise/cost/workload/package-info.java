/**
 * What all options of a case share: volume, prompt lengths, quality, the model in use today and prices as formulas.
 * It must not know any option.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.cost.workload;
