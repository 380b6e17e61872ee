/**
 * The ports for reading what people type, counting its tokens and answering their questions, with the implementations
 * by rules and from the flow. It must not know the state of a consultation or its cards, nor act on what it reads.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.conversation.understanding;
