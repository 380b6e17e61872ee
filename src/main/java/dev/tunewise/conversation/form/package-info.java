/**
 * Derives from what was said what nobody needs to be asked: what follows, what it leans to, and what is taken as most
 * likely in the end. It must not know how anything is read, shown or advised.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.conversation.form;
