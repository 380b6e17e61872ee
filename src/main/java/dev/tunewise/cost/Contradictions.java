package dev.tunewise.cost;

import dev.tunewise.price.file.JsonResource;
import java.util.List;
import java.util.Locale;
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

    /** An entry as the file has it. */
    private record Shipped(
            String id,
            String source,
            String section,
            String about,
            String articleSays,
            String ownNumbersGive,
            String why,
            List<List<String>> figures,
            List<String> words) {
        Entry entry() {
            List<List<QuotedFigure>> groups = figures.stream()
                    .map(group -> group.stream()
                            .flatMap(figure -> QuotedFigure.in(figure).stream())
                            .toList())
                    .toList();
            return new Entry(
                    new Contradiction(id, source, section, about, articleSays, ownNumbersGive, why), groups, words);
        }
    }

    public static Contradictions shipped() {
        return new Contradictions(
                JsonResource.list(Contradictions.class, FILE, "contradictions", Shipped.class).stream()
                        .map(Shipped::entry)
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
}
