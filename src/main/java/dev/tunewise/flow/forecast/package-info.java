/**
 * What a consultation leans to before everything is known: how likely each recommendation is over teams drawn from the
 * priors, and which question is worth asking next. It must not know how anything is worded, asked or stored.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.flow.forecast;
