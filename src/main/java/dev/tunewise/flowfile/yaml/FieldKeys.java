package dev.tunewise.flowfile.yaml;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Suggestion;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of one definition: which are there, which were asked for, and which of those are missing. */
abstract sealed class FieldKeys permits YamlFields {
    private final Map<String, YamlNode.Entry> entries;
    private final String what;
    private final Position position;
    protected final ProblemCollector report;
    private final Set<String> allowed = new LinkedHashSet<>();
    private final Set<String> forgiven = new LinkedHashSet<>();
    private final Map<String, String> missing = new LinkedHashMap<>();

    FieldKeys(Map<String, YamlNode.Entry> entries, String what, Position position, ProblemCollector report) {
        this.entries = entries;
        this.what = what;
        this.position = position;
        this.report = report;
    }

    public Position position() {
        return position;
    }

    /** From now on a misspelt one of these is read as the one that is meant. */
    void forgive(Set<String> sections) {
        forgiven.addAll(sections);
    }

    /** The value of a key, which is allowed from now on. */
    public Optional<YamlNode> get(String key) {
        allowed.add(key);
        YamlNode.Entry entry = entries.get(key);
        return Optional.ofNullable(entry == null ? misspelt(key) : entry).map(YamlNode.Entry::value);
    }

    /** Where a key stands, or the definition where it is missing. */
    public Position at(String key) {
        YamlNode.Entry entry = entries.get(key);
        return entry == null ? position : entry.key();
    }

    /** Notes that a key is missing and what to do. */
    void lack(String key, String remedy) {
        missing.putIfAbsent(key, remedy);
    }

    private YamlNode.@Nullable Entry misspelt(String key) {
        if (!forgiven.contains(key)) {
            return null;
        }
        return entries.entrySet().stream()
                .filter(entry -> !forgiven.contains(entry.getKey())
                        && Suggestion.nearest(entry.getKey(), forgiven)
                                .filter(key::equals)
                                .isPresent())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Reports every field that is missing, and no other: for a definition whose other fields cannot be judged. */
    public void reportMissing() {
        missing.forEach((key, remedy) ->
                misspelling(key).ifPresentOrElse(this::reportUnknown, () -> reportMissing(key, remedy)));
    }

    private void reportMissing(String key, String remedy) {
        report.error("missing-field.plain", position, what, key, remedy);
    }

    /** Reports every field that is missing, and every one that nobody asked for. */
    public void done() {
        missing.forEach((key, remedy) -> {
            if (misspelling(key).isEmpty()) {
                reportMissing(key, remedy);
            }
        });
        entries.keySet().stream().filter(key -> !allowed.contains(key)).forEach(this::reportUnknown);
    }

    private Optional<String> misspelling(String key) {
        return entries.keySet().stream()
                .filter(other -> !allowed.contains(other)
                        && Suggestion.nearest(other, allowed)
                                .filter(key::equals)
                                .isPresent())
                .findFirst();
    }

    private void reportUnknown(String key) {
        report.error(
                "unknown-key",
                at(key),
                what,
                key,
                Suggestion.remedy(key, allowed, "Remove it; there are " + Suggestion.list(allowed)));
    }
}
