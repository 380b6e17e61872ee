package dev.tunewise.api.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tunewise.advice.result.Evidence;
import dev.tunewise.flow.interview.SourcedAnswer;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer or a figure that something rests on. */
@Serdeable
record BasisView(
        @Schema(description = "id of the fact or figure", example = "examples")
        String fact,

        @Schema(description = "its short name") String label,

        @Schema(description = "its value in words", example = "140 examples")
        String text,

        @Schema(description = "whether nobody knew and the default stands in")
        boolean assumed,

        @Schema(description = "who said it, in a consultation") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String author,

        @Schema(description = "when it was said, in a consultation")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Instant at) {

    static List<BasisView> of(List<Evidence> basis) {
        return basis.stream().map(BasisView::of).toList();
    }

    static BasisView of(Evidence basis) {
        SourcedAnswer given = basis.given();
        SourcedAnswer.Origin origin = given == null ? null : given.origin();
        return new BasisView(
                basis.fact(),
                basis.label(),
                basis.value(),
                given != null && given.assumed(),
                origin == null ? null : origin.author(),
                origin == null ? null : origin.at());
    }
}
