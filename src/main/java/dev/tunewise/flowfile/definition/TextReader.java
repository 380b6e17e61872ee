package dev.tunewise.flowfile.definition;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the texts of one language: every key that the flow needs is there, and no key that nothing asks for. */
public final class TextReader {
    private final FlowBuilder draft;
    private final TextKeys keys;
    private final ProblemCollector report;
    private final Map<String, YamlNode.Text> texts = new LinkedHashMap<>();
    private final Map<String, Position> branches = new LinkedHashMap<>();
    private final Set<String> unreadable = new HashSet<>();

    public TextReader(FlowBuilder draft, TextKeys keys, ProblemCollector report) {
        this.draft = draft;
        this.keys = keys;
        this.report = report;
    }

    /** The texts of a file by key. `whole`: whether every text must be there, as in the flow's first language. */
    public Map<String, String> read(YamlNode file, String shown, boolean whole) {
        YamlFields.of(file, "a file of texts", report);
        if (file instanceof YamlNode.Entries entries) {
            flatten("", entries);
        }
        reportUnknown();
        reportMissing(shown, whole);
        SlotCheck slots = new SlotCheck(draft, report);
        texts.values().forEach(text -> slots.check(text, false));
        Map<String, String> read = new LinkedHashMap<>();
        texts.forEach((key, text) -> {
            read.put(key, text.text());
            draft.place("texts." + key, text.position());
        });
        return read;
    }

    private void flatten(String prefix, YamlNode.Entries map) {
        map.entries().forEach((key, entry) -> {
            String path = prefix.isEmpty() ? key : prefix + "." + key;
            branches.put(path, entry.key());
            switch (entry.value()) {
                case YamlNode.Entries inner -> flatten(path, inner);
                case YamlNode.Text text when !text.absent() && !text.text().isBlank() -> texts.put(path, text);
                case YamlNode.Text text -> reportEmpty(path, entry.key(), text);
                case YamlNode.Items list -> {
                    unreadable.add(path);
                    boolean leaf = keys.required.containsKey(path) || keys.optional.contains(path);
                    report.error(leaf ? "wrong-kind.text" : "wrong-kind.texts", list.position(), path);
                }
            }
        });
    }

    private void reportEmpty(String path, Position key, YamlNode.Text text) {
        if (keys.required.containsKey(path) || keys.optional.contains(path)) {
            report.error("empty-text", text.position(), path);
        } else {
            report.error("unused-text", key, path);
        }
    }

    private void reportUnknown() {
        List<String> allowed = new ArrayList<>(keys.required.keySet());
        allowed.addAll(keys.optional);
        Set<String> reported = new HashSet<>();
        texts.forEach((key, text) -> {
            if (allowed.contains(key) || isOwn(key)) {
                return;
            }
            String branch = emptiestBranch(key, allowed);
            if (reported.add(branch)) {
                report.error(
                        branch.equals(key) ? "unused-text.key" : "unused-text.branch",
                        branches.getOrDefault(branch, text.position()),
                        branch,
                        suggestion(branch, allowed)
                                .map(near -> "Did you mean `" + near + "`?")
                                .orElse("Remove it."));
            }
        });
    }

    /** Whether a text belongs to the author, or to a part whose declaration is wrong. */
    private boolean isOwn(String key) {
        String[] parts = key.split("\\.");
        boolean unclear = parts.length > 1
                && (parts[0].equals("facts") && draft.unclearFacts.contains(parts[1])
                        || parts[0].equals("figures") && draft.unclearFigures.contains(parts[1]));
        return unclear
                || !TextKeys.BRANCHES.contains(parts[0])
                        && Suggestion.nearest(parts[0], TextKeys.BRANCHES).isEmpty();
    }

    /** The outermost branch of a key under which no text is asked for. */
    private static String emptiestBranch(String key, List<String> allowed) {
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            String branch = key.substring(0, dot);
            if (allowed.stream().noneMatch(other -> other.startsWith(branch + "."))) {
                return branch;
            }
        }
        return key;
    }

    /** The nearest key or branch, one that is not there yet if possible; one part of the path is misspelt. */
    private Optional<String> suggestion(String key, List<String> allowed) {
        String[] path = key.split("\\.");
        List<String> alike = allowed.stream()
                .map(other -> other.split("\\."))
                .filter(other -> other.length >= path.length && isAlike(path, other))
                .map(other -> String.join(".", List.of(other).subList(0, path.length)))
                .distinct()
                .toList();
        List<String> missing =
                alike.stream().filter(other -> !branches.containsKey(other)).toList();
        return Suggestion.nearest(key, missing).or(() -> Suggestion.nearest(key, alike));
    }

    /** Whether just one part of a path differs, and that by little. */
    private static boolean isAlike(String[] path, String[] other) {
        int different = -1;
        for (int i = 0; i < path.length; i++) {
            if (!path[i].equals(other[i])) {
                if (different >= 0) {
                    return false;
                }
                different = i;
            }
        }
        return different >= 0
                && Suggestion.nearest(path[different], List.of(other[different]))
                        .isPresent();
    }

    private void reportMissing(String shown, boolean whole) {
        Map<Position, List<String>> missing = new LinkedHashMap<>();
        keys.required.forEach((key, part) -> {
            boolean unread = unreadable.stream().anyMatch(branch -> key.startsWith(branch + "."));
            if (!unread && !branches.containsKey(key)) {
                Position at = nearestBranch(key)
                        .or(() -> Optional.ofNullable(draft.positions.get(part)))
                        .orElse(new Position(shown, 1, 1));
                missing.computeIfAbsent(at, _ -> new ArrayList<>()).add(key);
            }
        });
        if (whole) {
            missing.forEach((at, lacking) -> report.error(
                    lacking.size() == 1 ? "missing-text.one" : "missing-text.some",
                    at,
                    String.join("`, `", lacking),
                    shown));
        } else if (!missing.isEmpty()) {
            List<String> all = missing.values().stream().flatMap(List::stream).toList();
            report.warning(
                    all.size() == 1 ? "missing-text.translation" : "missing-text.translations",
                    new Position(shown, 1, 1),
                    all.size(),
                    shown,
                    Suggestion.list(all));
        }
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
}
