package dev.tunewise.api.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** A request that cannot be answered, with the problem that says why; whoever finds it out throws this, and it is answered in one place. */
public final class RefusedRequest extends RuntimeException {
    private final transient ProblemDetail problem;

    public RefusedRequest(ProblemDetail problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** Refuses a request that has any faults. */
    @SafeVarargs
    public static void where(List<ProblemDetail.Fault>... found) {
        List<ProblemDetail.Fault> faults =
                Stream.of(found).flatMap(List::stream).toList();
        if (!faults.isEmpty()) {
            throw new RefusedRequest(ProblemDetail.of(faults));
        }
    }

    /** Nothing has this name. */
    public static RefusedRequest missing(String kind, String title, String detail) {
        return new RefusedRequest(ProblemDetail.of(HttpStatus.NOT_FOUND.getCode(), kind, title, detail));
    }

    public ProblemDetail problem() {
        return problem;
    }

    @Singleton
    record Answer() implements ExceptionHandler<RefusedRequest, HttpResponse<?>> {
        @Override
        public HttpResponse<?> handle(HttpRequest request, RefusedRequest refused) {
            return ProblemResponses.answer(refused.problem());
        }
    }
}
