/**
 * What becomes of an answer: who sees to it, when it is looked at again, the result, and what the log shows of that. It knows nothing
 * of how turns are made, of storage or of channels.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.conversation.followup;
