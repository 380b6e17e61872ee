/**
 * What-ifs: a consultation as it stands beside one with other answers or parameters, and what differs. It must not know how a what-if is asked
 * for, and it changes nothing.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.conversation.scenario;
