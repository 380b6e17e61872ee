package dev.tunewise.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a flow in one language, by dotted key, for example `facts.labels.question` or `rules.no-owner.headline`.
 *
 * @param language BCP 47 tag
 * @param entries text by key; `{fact}` in a text stands for the formatted value of that fact or figure
 */
public record Texts(String language, Map<String, String> entries) {
    /** These texts and more; a text that is here already stays. */
    public Texts and(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.putAll(entries);
        return new Texts(language, all);
    }

    /** The text of a key that may be absent. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }
}
