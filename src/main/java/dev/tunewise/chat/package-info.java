/**
 * Messages in a form that every channel can show: posts made of blocks, questions, buttons and a root card. It must not know any channel, nor what the words are about.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.chat;
