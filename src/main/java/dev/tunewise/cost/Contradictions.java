package dev.tunewise.cost;

import dev.tunewise.price.file.JsonResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The articles' own contradictions, found by the figure that somebody quotes. */
public final class Contradictions {
    private static final String FILE = "contradictions.json";

    private final List<Entry> entries;

    /** An entry: any of the groups of figures, all of a group, beside any of the words. */
    private record Entry(Contradiction contradiction, List<List<QuotedFigure>> figures, List<String> words) {
        boolean quotedIn(Set<QuotedFigure> quoted, String text) {
            boolean figure = figures.isEmpty()
                    || figures.stream().anyMatch(group -> group.stream().allMatch(one -> one.isAmong(quoted)));
            return figure && words.stream().anyMatch(text::contains);
        }
    }

    private Contradictions(List<Entry> entries) {
        this.entries = entries;
    }

    public static Contradictions shipped() {
        return new Contradictions(JsonResource.list(Contradictions.class, FILE, "contradictions").stream()
                .map(Contradictions::entry)
                .toList());
    }

    public List<Contradiction> all() {
        return entries.stream().map(Entry::contradiction).toList();
    }

    /** Those whose figure a text quotes, for example "$450 a month" or "paid for itself in three weeks". */
    public List<Contradiction> quotedIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Set<QuotedFigure> quoted = QuotedFigure.in(lower);
        return entries.stream()
                .filter(entry -> entry.quotedIn(quoted, lower))
                .map(Entry::contradiction)
                .toList();
    }

    private static Entry entry(Map<?, ?> item) {
        List<List<QuotedFigure>> figures = new ArrayList<>();
        if (item.get("figures") instanceof List<?> groups) {
            for (Object group : groups) {
                figures.add(((List<?>) group)
                        .stream()
                                .flatMap(figure -> QuotedFigure.in(String.valueOf(figure)).stream())
                                .toList());
            }
        }
        List<String> words = new ArrayList<>();
        if (item.get("words") instanceof List<?> list) {
            list.forEach(word -> words.add(String.valueOf(word)));
        }
        return new Entry(
                new Contradiction(
                        text(item, "id"),
                        text(item, "source"),
                        text(item, "section"),
                        text(item, "about"),
                        text(item, "article_says"),
                        text(item, "own_numbers_give"),
                        text(item, "why")),
                figures,
                words);
    }

    private static String text(Map<?, ?> item, String field) {
        return String.valueOf(item.get(field));
    }
}
