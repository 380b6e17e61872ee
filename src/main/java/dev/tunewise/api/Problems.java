package dev.tunewise.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Locale;

/** Answers with problem details. */
public final class Problems {
    private static final MediaType PROBLEM = MediaType.of("application/problem+json");

    private Problems() {}

    /** The answer for a problem. */
    public static MutableHttpResponse<Problem> answer(Problem problem) {
        return HttpResponse.<Problem>status(HttpStatus.valueOf(problem.status()))
                .contentType(PROBLEM)
                .body(problem);
    }

    /** The answer for a request with these faults. */
    static MutableHttpResponse<Problem> faults(List<Problem.Fault> faults) {
        return answer(Problem.of(faults));
    }

    /** Nothing has this name. */
    static MutableHttpResponse<Problem> missing(String kind, String title, String detail) {
        return answer(Problem.of(HttpStatus.NOT_FOUND.getCode(), kind, title, detail));
    }

    /**
     * A problem for what went wrong before a request reached us, by its status.
     *
     * @param detail what is known of it; never a stack trace
     */
    public static Problem ofStatus(HttpStatus status, String detail) {
        String kind = status.getReason().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return Problem.of(status.getCode(), kind, status.getReason(), detail);
    }
}
