package dev.tunewise.flow.anchor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A pattern with the words that a text must hold for it to match at all, so that of many patterns few are tried. */
public final class AnchoredPattern {
    private static final String CLASSES = "dDwWsSbBnrthHvVRzZA";

    private final Pattern pattern;
    private final Set<String> groups;
    /** Sets of words, each as its {@link TextGrams}; of each set one must be in the text. */
    private final int[][][] anchors;

    private AnchoredPattern(Pattern pattern) {
        this.pattern = pattern;
        this.groups = Set.copyOf(pattern.namedGroups().keySet());
        this.anchors = words(pattern).stream()
                .map(some -> some.stream().map(TextGrams::of).toArray(int[][]::new))
                .toArray(int[][][]::new);
    }

    public static AnchoredPattern of(Pattern pattern) {
        return new AnchoredPattern(pattern);
    }

    /** Sets of small letters, the most telling first; of each set one must be in a text. */
    static List<Set<String>> words(Pattern pattern) {
        Words words = new Words(pattern.pattern());
        List<Set<String>> found = words.alternatives();
        boolean whole = words.known && words.at == pattern.pattern().length();
        return whole
                ? found.stream()
                        .sorted(Comparator.comparingInt(Words::worth).reversed())
                        .toList()
                : List.of();
    }

    public Pattern pattern() {
        return pattern;
    }

    /** Whether it reads something by this name. */
    public boolean reads(String group) {
        return groups.contains(group);
    }

    /** Whether it may match a text in small letters of which is known what it holds. */
    public boolean mayMatch(TextGrams text) {
        for (int[][] some : anchors) {
            if (!text.holdsOne(some)) {
                return false;
            }
        }
        return true;
    }

    /** Goes through a regular expression once. What it does not know makes the whole expression one without words. */
    private static final class Words {
        private final String regex;
        private int at;
        private boolean known = true;

        Words(String regex) {
            this.regex = regex;
        }

        /** The shortest word of a set says how much it tells. */
        static int worth(Set<String> some) {
            return some.stream().mapToInt(String::length).min().orElse(0);
        }

        private boolean eats(char wanted) {
            boolean there = at < regex.length() && regex.charAt(at) == wanted;
            at += there ? 1 : 0;
            return there;
        }

        List<Set<String>> alternatives() {
            List<List<Set<String>>> branches = new ArrayList<>();
            do {
                branches.add(sequence());
            } while (eats('|'));
            if (branches.size() == 1) {
                return branches.getFirst();
            }
            Set<String> any = new LinkedHashSet<>();
            for (List<Set<String>> branch : branches) {
                if (branch.isEmpty()) {
                    return List.of();
                }
                any.addAll(branch.stream()
                        .max(Comparator.comparingInt(Words::worth))
                        .orElseThrow());
            }
            return List.of(any);
        }

        private List<Set<String>> sequence() {
            List<Set<String>> all = new ArrayList<>();
            StringBuilder run = new StringBuilder();
            while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
                int before = at;
                List<Set<String>> inner = eats('(') ? group() : List.of();
                String letter = before == at ? letter() : "";
                int after = at;
                boolean must = !quantified();
                run.append(must ? letter : "");
                if (letter.isEmpty() || at > after) {
                    all.addAll(word(run));
                }
                all.addAll(must ? inner : List.of());
            }
            all.addAll(word(run));
            return all;
        }

        private static List<Set<String>> word(StringBuilder run) {
            String word = run.toString().toLowerCase(Locale.ROOT);
            run.setLength(0);
            return word.isBlank() ? List.of() : List.of(Set.of(word));
        }

        /** A letter that stands for itself, or nothing. */
        private String letter() {
            char first = regex.charAt(at++);
            if (first == '[') {
                for (int depth = 1; depth > 0 && at < regex.length(); at++) {
                    char inside = regex.charAt(at);
                    at += inside == '\\' ? 1 : 0;
                    depth += inside == '[' ? 1 : inside == ']' ? -1 : 0;
                }
                return "";
            }
            if (first != '\\') {
                return "^$.".indexOf(first) >= 0 ? "" : String.valueOf(first);
            }
            char second = at < regex.length() ? regex.charAt(at++) : 'Q';
            if (second == 'k') {
                at = regex.indexOf('>', at) + 1;
                return "";
            }
            known &= !Character.isLetterOrDigit(second) || CLASSES.indexOf(second) >= 0;
            return Character.isLetterOrDigit(second) ? "" : String.valueOf(second);
        }

        private List<Set<String>> group() {
            boolean denied = false;
            if (eats('?')) {
                int end = at;
                while (end < regex.length() && ":=!>)".indexOf(regex.charAt(end)) < 0) {
                    end++;
                }
                String flags = regex.substring(at, end);
                known &= flags.startsWith("<") || flags.isEmpty() || flags.equals("s");
                denied = end < regex.length() && regex.charAt(end) == '!';
                known &= end < regex.length() && regex.charAt(end) != ')';
                at = end + 1;
            }
            List<Set<String>> inner = alternatives();
            known &= eats(')');
            return denied ? List.of() : inner;
        }

        /** Steps over how often something stands; whether that may be never. */
        private boolean quantified() {
            boolean never = false;
            if (eats('?') || eats('*')) {
                never = true;
            } else if (eats('{')) {
                never = regex.charAt(at) == '0';
                at = regex.indexOf('}', at) + 1;
            } else if (!eats('+')) {
                return false;
            }
            boolean _ = eats('?') || eats('+');
            return never;
        }
    }
}
