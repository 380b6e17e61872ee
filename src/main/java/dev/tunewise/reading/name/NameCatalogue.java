package dev.tunewise.reading.name;

import java.util.List;

/** The names in a catalogue; what stands behind them is the implementor's business. Safe for use by several threads. */
public interface NameCatalogue {

    /** Every id and every name in a catalogue, from which it is told which words of a text can be a name; empty for unknown catalogues. */
    List<String> names(String catalogue);

    /** What a name stands for. `name`: a name as typed, without the words around it, at most 80 characters. */
    Match resolve(String catalogue, String name);

    static List<String> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }

    /** A catalogue without entries, for flows that use none. */
    static NameCatalogue none() {
        return new NameCatalogue() {
            @Override
            public List<String> names(String catalogue) {
                return List.of();
            }

            @Override
            public Match resolve(String catalogue, String name) {
                return new Unknown(List.of());
            }
        };
    }

    sealed interface Match {}

    /** One entry. */
    record Found(Entry entry) implements Match {}

    /** Several entries: ask. `entries`: what to offer, the likeliest first. */
    record Ambiguous(List<Entry> entries) implements Match {}

    /** No entry. `nearest`: entries with similar names; may be empty. */
    record Unknown(List<Entry> nearest) implements Match {}

    /** An entry of a catalogue. */
    record Entry(String id, String label) {}
}
