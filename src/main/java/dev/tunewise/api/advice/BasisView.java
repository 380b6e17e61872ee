package dev.tunewise.api.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tunewise.advice.result.Evidence;
import dev.tunewise.flow.interview.SourcedAnswer;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer or a figure that something rests on. */
@Serdeable
record BasisView(
        String fact,

        String label,

        String text,

        boolean assumed,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String author,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant at) {

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
