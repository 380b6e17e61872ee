package dev.tunewise.api.request;

import java.util.List;

/** Finds entries of the catalogues that facts take their values from, by id or by a name that people use. */
@FunctionalInterface
public interface CatalogueLookup {

    /** What a name stands for in a catalogue. */
    Found find(String catalogue, String name);

    sealed interface Found {
        record One(String id) implements Found {}

        record Several(List<String> ids) implements Found {
            public Several {
                ids = List.copyOf(ids);
            }
        }

        /** No entry; perhaps one of these was meant. */
        record Nothing(List<String> near) implements Found {
            public Nothing {
                near = List.copyOf(near);
            }
        }
    }
}
