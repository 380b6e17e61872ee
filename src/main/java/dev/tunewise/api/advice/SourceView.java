package dev.tunewise.api.advice;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.result.SourceReference;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A section of a source that something comes from. */
@Serdeable
record SourceView(
        @Schema(description = "id of the source", example = "decision-tree")
        String source,

        @Schema(description = "key of the section; empty for the whole")
        String section,

        @Schema(description = "title of the source") String title,
        @JsonProperty("section_title") String sectionTitle,

        @Schema(description = "where to read it; may be empty")
        String url) {

    static List<SourceView> of(List<SourceReference> cited) {
        return cited.stream()
                .map(each ->
                        new SourceView(each.source(), each.section(), each.title(), each.sectionTitle(), each.url()))
                .toList();
    }
}
