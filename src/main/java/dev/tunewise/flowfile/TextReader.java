package dev.tunewise.flowfile;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the texts of one language: every key that the flow needs is there, and no key that nothing asks for. */
final class TextReader {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

    private final Draft draft;
    private final TextKeys keys;
    private final Report report;
    private final Map<String, Yaml.Text> texts = new LinkedHashMap<>();
    private final Map<String, Position> branches = new LinkedHashMap<>();

    TextReader(Draft draft, TextKeys keys, Report report) {
        this.draft = draft;
        this.keys = keys;
        this.report = report;
    }

    /**
     * The texts of a file by key.
     *
     * @param whole whether every text must be there, as in the flow's first language
     */
    Map<String, String> read(Yaml file, String shown, boolean whole) {
        Fields.of(file, "a file of texts", report);
        if (file instanceof Yaml.Entries entries) {
            flatten("", entries);
        }
        reportUnknown();
        reportMissing(shown, whole);
        texts.values().forEach(this::checkPlaceholders);
        Map<String, String> read = new LinkedHashMap<>();
        texts.forEach((key, text) -> {
            read.put(key, text.text());
            draft.place("texts." + key, text.position());
        });
        return read;
    }

    private void flatten(String prefix, Yaml.Entries map) {
        map.entries().forEach((key, entry) -> {
            String path = prefix.isEmpty() ? key : prefix + "." + key;
            branches.put(path, entry.key());
            switch (entry.value()) {
                case Yaml.Entries inner -> flatten(path, inner);
                case Yaml.Text text when !text.absent() && !text.text().isBlank() -> texts.put(path, text);
                case Yaml.Text text -> reportEmpty(path, entry.key(), text);
                case Yaml.Items list ->
                    report.error(
                            "wrong-kind",
                            list.position(),
                            "`" + path + "` is a text, found a list.",
                            "Write one text, or give each a key.");
            }
        });
    }

    private void reportEmpty(String path, Position key, Yaml.Text text) {
        if (keys.required.containsKey(path) || keys.optional.contains(path)) {
            report.error("empty-text", text.position(), "`" + path + "` is empty.", "Write the text.");
        } else {
            report.error(
                    "unused-text",
                    key,
                    "Nothing asks for `" + path + "`, and it is empty.",
                    "Remove it; if it is the rest of a text with a comma or colon, put that text in quotes.");
        }
    }

    private void reportUnknown() {
        List<String> allowed = new ArrayList<>(keys.required.keySet());
        allowed.addAll(keys.optional);
        texts.forEach((key, text) -> {
            String branch = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
            boolean own = !TextKeys.BRANCHES.contains(branch)
                    && Suggestion.nearest(branch, TextKeys.BRANCHES).isEmpty();
            if (own || allowed.contains(key)) {
                return;
            }
            report.error(
                    "unused-text",
                    branches.getOrDefault(key, text.position()),
                    "Nothing asks for the text `" + key + "`.",
                    suggestion(key, allowed).map(near -> "Did you mean `" + near + "`?").orElse("Remove it."));
        });
    }

    /** The nearest key that is not there yet; most often one part of the path is misspelt. */
    private Optional<String> suggestion(String key, List<String> allowed) {
        List<String> missing =
                allowed.stream().filter(other -> !texts.containsKey(other)).toList();
        int parts = key.split("\\.").length;
        List<String> alike = missing.stream()
                .filter(other -> other.split("\\.").length == parts && differences(other, key) == 1)
                .toList();
        return Suggestion.nearest(key, alike).or(() -> Suggestion.nearest(key, missing));
    }

    private static int differences(String one, String other) {
        String[] a = one.split("\\.");
        String[] b = other.split("\\.");
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            count += a[i].equals(b[i]) ? 0 : 1;
        }
        return count;
    }

    private void reportMissing(String shown, boolean whole) {
        keys.required.forEach((key, part) -> {
            if (texts.containsKey(key) || branches.containsKey(key)) {
                return;
            }
            Position at = nearestBranch(key).or(() -> Optional.ofNullable(draft.positions.get(part)))
                    .orElse(new Position(shown, 1, 1));
            String message = "The text `" + key + "` is missing in " + shown + ".";
            if (whole) {
                report.error("missing-text", at, message, "Add it; the whole path is `" + key + "`.");
            } else {
                report.warning("missing-text", at, message, "Translate it.");
            }
        });
    }

    /** Where the innermost branch stands that the key would belong to. */
    private Optional<Position> nearestBranch(String key) {
        String branch = key;
        while (branch.contains(".")) {
            branch = branch.substring(0, branch.lastIndexOf('.'));
            Position at = branches.get(branch);
            if (at != null && branch.contains(".")) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private void checkPlaceholders(Yaml.Text text) {
        List<String> allowed = draft.factsAndFigures();
        Matcher placeholder = PLACEHOLDER.matcher(text.text());
        while (placeholder.find()) {
            String name = placeholder.group(1);
            if (allowed.contains(name)) {
                continue;
            }
            int line = 1 + (int) text.text().substring(0, placeholder.start()).chars().filter(c -> c == '\n').count();
            int column = placeholder.start() - text.text().lastIndexOf('\n', placeholder.start()) + 1;
            report.error(
                    "unknown-placeholder",
                    text.places().at(text.text(), line, column),
                    "`{" + name + "}` names no fact and no figure.",
                    Suggestion.nearest(name, allowed)
                            .map(near -> "Did you mean `{" + near + "}`?")
                            .orElse("Name one, or write the text without braces."));
        }
    }
}
