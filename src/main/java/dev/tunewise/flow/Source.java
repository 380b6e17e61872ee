package dev.tunewise.flow;

import java.util.Map;

/**
 * Where a rule comes from.
 *
 * @param id short name
 * @param title full title
 * @param publisher who wrote or published it; may be empty
 * @param date when, ISO date; may be empty
 * @param url where to read it; may be empty
 * @param sections title of each section by key
 */
public record Source(String id, String title, String publisher, String date, String url, Map<String, String> sections) {
    public Source {
        sections = Map.copyOf(sections);
    }
}
