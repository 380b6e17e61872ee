/**
 * A consultation as data: facts, figures, rules, levers, gates, findings, sources and texts. It must not know what
 * any flow is about, how it is written down, or the answers of any interview.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.flow;
