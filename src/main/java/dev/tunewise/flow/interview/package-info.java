/**
 * Derives from the answers so far the next question or the rule that decides. It must not know how a question is
 * asked, stories or walks.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.flow.interview;
