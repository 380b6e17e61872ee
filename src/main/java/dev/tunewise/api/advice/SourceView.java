package dev.tunewise.api.advice;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.result.SourceReference;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A section of a source that something comes from. */
@Serdeable
record SourceView(
        String source,
        String section,
        String title,
        @JsonProperty("section_title") String sectionTitle,
        String url) {

    static List<SourceView> of(List<SourceReference> cited) {
        return cited.stream()
                .map(each ->
                        new SourceView(each.source(), each.section(), each.title(), each.sectionTitle(), each.url()))
                .toList();
    }
}
