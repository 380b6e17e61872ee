package dev.tunewise.storage.document;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * How what people said is encrypted where it is kept.
 *
 * @param words the keys that hide its words for a search, the one in use first
 */
public record TextSeal(UnaryOperator<String> close, UnaryOperator<String> open, Supplier<List<WordKey>> words) {}
