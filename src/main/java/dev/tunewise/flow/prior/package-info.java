/**
 * How likely the values of facts are while nobody has said them, and teams drawn from that. It must not know rules,
 * questions or what any flow is about.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.flow.prior;
