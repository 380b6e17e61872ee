package dev.tunewise.flow;

import java.util.Map;

/**
 * Where a rule comes from.
 *
 * @param publisher who wrote or published it; may be empty
 * @param date when, ISO date; may be empty
 * @param url where to read it; may be empty
 */
public record Source(
        String id, String title, String publisher, String date, String url, Map<String, String> sections) {}
