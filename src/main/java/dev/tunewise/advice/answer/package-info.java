/**
 * The answer to the question that was put: what is asked, the case in a line, its probable cause and the next moves, from what people said. It must
 * not know how verdicts come about or what anything costs.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.advice.answer;
