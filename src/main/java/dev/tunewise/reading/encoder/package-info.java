/**
 * Proposes choices by the nearness of a message to example sentences of the flow: cutting into segments, learning, calibration and the guard
 * against denials. It must not know which encoder makes the vectors, nor how a proposal is confirmed.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.reading.encoder;
