package dev.tunewise.api.problem;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Locale;

/** Answers with problem details. */
public final class ProblemResponses {
    private static final MediaType PROBLEM = MediaType.of("application/problem+json");

    public static MutableHttpResponse<ProblemDetail> answer(ProblemDetail problem) {
        return HttpResponse.<ProblemDetail>status(HttpStatus.valueOf(problem.status()))
                .contentType(PROBLEM)
                .body(problem);
    }

    public static MutableHttpResponse<ProblemDetail> faults(List<ProblemDetail.Fault> faults) {
        return answer(ProblemDetail.of(faults));
    }

    /** Nothing has this name. */
    public static MutableHttpResponse<ProblemDetail> missing(String kind, String title, String detail) {
        return answer(ProblemDetail.of(HttpStatus.NOT_FOUND.getCode(), kind, title, detail));
    }

    /** There is no conversation with this id, or it is none of theirs who ask. */
    public static MutableHttpResponse<ProblemDetail> unknownConversation(String id) {
        return missing(
                "unknown-conversation",
                "Unknown conversation",
                "There is no conversation `" + (id.length() > 64 ? id.substring(0, 64) + "…" : id) + "`.");
    }

    /**
     * A problem for what went wrong before a request reached us, by its status.
     *
     * @param detail what is known of it; never a stack trace
     */
    public static ProblemDetail ofStatus(HttpStatus status, String detail) {
        String kind = status.getReason().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return ProblemDetail.of(status.getCode(), kind, status.getReason(), detail);
    }
}
