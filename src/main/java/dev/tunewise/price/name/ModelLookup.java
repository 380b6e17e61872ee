package dev.tunewise.price.name;

import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.SizeClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a name that somebody used stands for. */
public sealed interface ModelLookup {
    /** `others`: models that the name could also mean, for a short word of caution; mostly empty. */
    record Found(Model model, List<Model> others) implements ModelLookup {}

    /** Several models: ask. `models`: what to offer, the current ones first. */
    record Ambiguous(List<Model> models) implements ModelLookup {}

    /**
     * No model of the catalogue.
     *
     * @param size how large it probably is, or null when the name does not say
     * @param nearest models with similar names, the best fit first; of a model that is gone, the current ones of its class
     * @param gone what happened to it when it is known to be gone, for example "GPT-3 ended on 2024-01-04"; else empty
     */
    record Unknown(@Nullable SizeClass size, List<Model> nearest, String gone) implements ModelLookup {}
}
