package dev.tunewise.cost;

import dev.tunewise.price.file.JsonResource;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The articles' own contradictions, found by the figure that somebody quotes. */
public record Contradictions(List<Contradiction> all) {
    private static final String FILE = "contradictions.json";

    public static Contradictions shipped() {
        return new Contradictions(JsonResource.list(Contradictions.class, FILE, "contradictions", Contradiction.class));
    }

    /** Those whose figure a text quotes, for example "$450 a month" or "paid for itself in three weeks". */
    public List<Contradiction> quotedIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Set<QuotedFigure> quoted = QuotedFigure.in(lower);
        return all.stream().filter(each -> each.quotedIn(quoted, lower)).toList();
    }
}
