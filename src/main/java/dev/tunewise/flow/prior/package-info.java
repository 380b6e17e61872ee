/**
 * How likely the values of facts are while nobody has said them, and teams drawn from that. It must not know rules,
 * questions or what any flow is about.
 */
@NullMarked
package dev.tunewise.flow.prior;

import org.jspecify.annotations.NullMarked;
