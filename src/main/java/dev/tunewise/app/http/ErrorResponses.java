package dev.tunewise.app.http;

import dev.tunewise.api.problem.ProblemResponses;
import dev.tunewise.web.page.PageRenderer;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.exceptions.response.HateoasErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Says what went wrong in the form of the place where it did: problem details for programs, a page for people. */
@Primary
@Singleton
@Replaces(HateoasErrorResponseProcessor.class)
record ErrorResponses(PageRenderer pages) implements ErrorResponseProcessor<Object> {
    @Override
    @SuppressWarnings("unchecked") // A response carries any body; the processor's type stands for all of them.
    public MutableHttpResponse<Object> processResponse(ErrorContext error, MutableHttpResponse<?> response) {
        HttpRequest<?> request = error.getRequest();
        HttpStatus status = HttpStatus.valueOf(response.code());
        if (request.getMethod() == HttpMethod.OPTIONS && status == HttpStatus.METHOD_NOT_ALLOWED) {
            // Whoever asks what may be sent here is told so in the header that is there already.
            return (MutableHttpResponse<Object>) response.status(HttpStatus.NO_CONTENT);
        }
        MutableHttpResponse<?> answer = request.getPath().startsWith("/api")
                ? ProblemResponses.answer(ProblemResponses.ofStatus(status, detail(status, request)))
                : pages.notice(status, request, headline(status), detail(status, request));
        response.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> answer.header(name, value));
            }
        });
        return (MutableHttpResponse<Object>) answer;
    }

    private static String headline(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Nothing here";
            case REQUEST_ENTITY_TOO_LARGE -> "Too much at once";
            case METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE, BAD_REQUEST -> "That did not make sense";
            case UNAUTHORIZED, FORBIDDEN -> "Not allowed";
            case SERVICE_UNAVAILABLE -> "One moment";
            default -> "Something broke";
        };
    }

    private static String detail(HttpStatus status, HttpRequest<?> request) {
        String path = request.getPath().length() > 200 ? request.getPath().substring(0, 200) + "…" : request.getPath();
        return switch (status) {
            case NOT_FOUND -> "There is nothing at " + path + ".";
            case METHOD_NOT_ALLOWED -> path + " does not take " + request.getMethodName() + ".";
            case NOT_ACCEPTABLE -> path + " does not answer in the media type asked for.";
            case UNSUPPORTED_MEDIA_TYPE -> path + " does not read the media type sent.";
            case REQUEST_ENTITY_TOO_LARGE -> "The request is larger than this service takes. Send less at once.";
            case BAD_REQUEST ->
                request.getMethod().permitsRequestBody()
                                && request.getContentLength() <= 0
                                && !request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING)
                        ? "The request has no body. Nothing was changed."
                        : "The request cannot be understood. Nothing was changed.";
            case UNAUTHORIZED, FORBIDDEN -> "Access to " + path + " was refused.";
            case SERVICE_UNAVAILABLE -> "The service ends or starts just now. Nothing was done; try again in a moment.";
            default ->
                "The fault is ours; the service's log says more. What was sent before is kept. Try again in a moment.";
        };
    }
}
