package dev.tunewise.flowfile.definition;

import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the words that people use, and the glossary. What the words mean is for the reader of free text to check. */
public record WordReader(FlowBuilder draft, ProblemCollector report) {
    /** Adds the lists of words of a file by dotted path; a list may go on in another file. */
    public void words(YamlNode file, Map<String, List<String>> words) {
        lists(file, "a file of words", "words.", words);
    }

    /** Adds example sentences by the dotted path of the value that they state. */
    public void utterances(YamlNode file, Map<String, List<String>> utterances) {
        lists(file, "a file of utterances", "utterances.", utterances);
    }

    private void lists(YamlNode file, String kind, String place, Map<String, List<String>> lists) {
        YamlFields.of(file, kind, report);
        if (file instanceof YamlNode.Entries entries) {
            flatten("", entries, lists, place);
        }
    }

    private void flatten(String prefix, YamlNode.Entries map, Map<String, List<String>> words, String place) {
        map.entries().forEach((key, entry) -> {
            String path = prefix.isEmpty() ? key : prefix + "." + key;
            switch (entry.value()) {
                case YamlNode.Entries inner -> flatten(path, inner, words, place);
                case YamlNode leaf -> {
                    List<String> all = new ArrayList<>(words.getOrDefault(path, List.of()));
                    List<YamlNode> items = leaf instanceof YamlNode.Items list ? list.items() : List.of(leaf);
                    items.forEach(item -> add(path, item, all, place + path));
                    words.put(path, List.copyOf(all));
                    draft.place(place + path, entry.key());
                }
            }
        });
    }

    /** Adds an item of a list of words, whose place in the file is noted under the place of the list. */
    void add(String path, YamlNode item, List<String> leaf, String place) {
        if (item instanceof YamlNode.Text text && !text.absent() && !text.text().isBlank()) {
            draft.place(place + "." + leaf.size(), text.position());
            leaf.add(text.text());
        } else {
            report.error("wrong-kind.words", item.position(), path, item.kind());
        }
    }

    /** Explanations by term. */
    public Map<String, String> glossary(YamlNode file) {
        Map<String, String> glossary = new LinkedHashMap<>();
        YamlFields.of(file, "a glossary", report);
        if (file instanceof YamlNode.Entries entries) {
            entries.entries().forEach((term, entry) -> {
                draft.place("glossary." + term, entry.key());
                if (entry.value() instanceof YamlNode.Text text
                        && !text.absent()
                        && !text.text().isBlank()) {
                    glossary.put(term, text.text());
                } else {
                    report.error(
                            "wrong-kind.glossary",
                            entry.value().position(),
                            term,
                            entry.value().kind());
                }
            });
        }
        return glossary;
    }
}
