package dev.tunewise.storage.document;

import java.util.function.UnaryOperator;

/**
 * How what people said is encrypted where it is kept.
 *
 * @param close encrypts a text
 * @param open decrypts it again
 */
public record TextSeal(UnaryOperator<String> close, UnaryOperator<String> open) {}
