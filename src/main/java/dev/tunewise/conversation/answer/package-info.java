/**
 * The answer of a consultation as blocks: verdict, reasons, costs and explanation, taken from the advice through a
 * port. It must not know the state of a consultation, nor who asked for the answer.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.conversation.answer;
