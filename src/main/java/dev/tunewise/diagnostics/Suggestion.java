package dev.tunewise.diagnostics;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Suggestion {
    /** Comparing names takes time and room in proportion to their length; nobody means a name of ours with a longer one. */
    private static final int LONGEST = 100;

    /** The nearest of the allowed names, where one is near enough to be meant. */
    public static Optional<String> nearest(String typed, Collection<String> allowed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(typed);
        int reach = Math.max(1, plain.length() / 3);
        return allowed.stream()
                .filter(name -> distance(plain, plain(name)) <= reach || isPart(plain, plain(name)))
                .min(Comparator.<String>comparingInt(name -> distance(plain, plain(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A sentence for the remedy: the nearest name if there is one, else all of them. */
    public static String remedy(String typed, Collection<String> allowed) {
        return remedy(
                typed, allowed, allowed.isEmpty() ? "There is none to choose from." : "Use one of: " + list(allowed));
    }

    /** The same with something else to do where no name is near. */
    public static String remedy(String typed, Collection<String> allowed, String otherwise) {
        return nearest(typed, allowed)
                .map(name -> "Did you mean `" + name + "`?")
                .orElse(otherwise);
    }

    /** At most twelve of the names, for a sentence; ends with a full stop. */
    public static String list(Collection<String> names) {
        String shown = String.join(", ", names.stream().limit(12).toList());
        return names.size() <= 12 ? shown + "." : shown + " and " + (names.size() - 12) + " more.";
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /** A name of which a whole part, at least four letters long, was typed. */
    private static boolean isPart(String typed, String name) {
        return typed.length() >= 4 && (name.startsWith(typed + "-") || name.endsWith("-" + typed));
    }

    /** Edits (insert, delete, replace, swap neighbours) between two words. */
    public static int distance(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replace = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replace, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[from.length()][to.length()];
    }
}
