/**
 * The result of an advice as plain data: verdict, reasons, ladder, gates, counterfactuals and the comparison of
 * costs. It must not know how any of it was computed or how it is shown.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.advice.result;
