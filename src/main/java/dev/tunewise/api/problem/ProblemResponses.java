package dev.tunewise.api.problem;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.Locale;

/** Answers with problem details. */
public final class ProblemResponses {
    private static final MediaType PROBLEM = MediaType.of("application/problem+json");

    public static MutableHttpResponse<ProblemDetail> answer(ProblemDetail problem) {
        return HttpResponse.<ProblemDetail>status(HttpStatus.valueOf(problem.status()))
                .contentType(PROBLEM)
                .body(problem);
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
