package dev.tunewise.advice.result;

import java.util.List;

/** A finding that surely holds. */
public record Observation(
        String finding, String title, String text, List<Evidence> basis, List<SourceReference> sources) {}
