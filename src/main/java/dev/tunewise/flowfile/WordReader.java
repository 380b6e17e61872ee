package dev.tunewise.flowfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the words that people use, and the glossary. What the words mean is for the reader of free text to check. */
final class WordReader {
    private final Draft draft;
    private final Report report;

    WordReader(Draft draft, Report report) {
        this.draft = draft;
        this.report = report;
    }

    /** Lists of words by dotted path. */
    Map<String, List<String>> words(Yaml file) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        Fields.of(file, "a file of words", report);
        if (file instanceof Yaml.Entries entries) {
            flatten("", entries, words);
        }
        return words;
    }

    private void flatten(String prefix, Yaml.Entries map, Map<String, List<String>> words) {
        map.entries().forEach((key, entry) -> {
            String path = prefix.isEmpty() ? key : prefix + "." + key;
            switch (entry.value()) {
                case Yaml.Entries inner -> flatten(path, inner, words);
                case Yaml.Items list -> {
                    List<String> leaf = new ArrayList<>();
                    list.items().forEach(item -> add(path, item, leaf));
                    words.put(path, List.copyOf(leaf));
                    draft.place("words." + path, entry.key());
                }
                case Yaml.Text text -> {
                    List<String> leaf = new ArrayList<>();
                    add(path, text, leaf);
                    words.put(path, List.copyOf(leaf));
                    draft.place("words." + path, entry.key());
                }
            }
        });
    }

    private void add(String path, Yaml item, List<String> leaf) {
        if (item instanceof Yaml.Text text && !text.absent() && !text.text().isBlank()) {
            draft.place("words." + path + "." + leaf.size(), text.position());
            leaf.add(text.text());
        } else {
            report.error(
                    "wrong-kind",
                    item.position(),
                    "`" + path + "` lists words, found " + item.kind() + ".",
                    "Write `[one, \"two words\"]`.");
        }
    }

    /** Explanations by term. */
    Map<String, String> glossary(Yaml file) {
        Map<String, String> glossary = new LinkedHashMap<>();
        Fields.of(file, "a glossary", report);
        if (file instanceof Yaml.Entries entries) {
            entries.entries().forEach((term, entry) -> {
                draft.place("glossary." + term, entry.key());
                if (entry.value() instanceof Yaml.Text text
                        && !text.absent()
                        && !text.text().isBlank()) {
                    glossary.put(term, text.text());
                } else {
                    report.error(
                            "wrong-kind",
                            entry.value().position(),
                            "The glossary explains `" + term + "` by a text, found "
                                    + entry.value().kind() + ".",
                            "Write one or two sentences after the term.");
                }
            });
        }
        return glossary;
    }
}
