/**
 * A consultation as data: facts to ask for, rules that decide, gates, findings, sources and texts, and what follows from the answers so far.
 * It must not know what any flow is about, nor how flows are written down.
 */
@NullMarked
package dev.tunewise.flow;

import org.jspecify.annotations.NullMarked;
