/**
 * What short replies are about: a reading or proposal that waits to be confirmed, or the lever of the verdict that stands;
 * and what is left of a message that nothing took.
 * It must not know cards or act on what it finds.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.conversation.dialogue;
