/**
 * What follows from the answers: verdict, reasons, ladder, gates, findings, explanation, assumptions and what would change the verdict, all in filled
 * texts. It must not know what any flow is about, nor how an answer is shown or stored.
 */
@NullMarked
package dev.tunewise.advice;

import org.jspecify.annotations.NullMarked;
