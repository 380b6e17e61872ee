/**
 * What all options of a case share: volume, prompt lengths, quality, the model in use today and prices as formulas.
 * It must not know any option.
 */
@NullMarked
package dev.tunewise.cost.workload;

import org.jspecify.annotations.NullMarked;
