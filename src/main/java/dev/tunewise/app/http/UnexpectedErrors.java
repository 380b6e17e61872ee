package dev.tunewise.app.http;

import dev.tunewise.diagnostics.log.FailureLine;
import dev.tunewise.storage.transaction.DatabaseOutage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.util.Arrays;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what nobody else foresaw, and logs it in one line. What the server's own decoders trip over is a fault of the request: they throw what
 * happens to come of a broken upload.
 */
@Singleton
record UnexpectedErrors(ErrorResponseProcessor<?> responses) implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);
    private static final String DECODERS = "io.netty.handler.codec.";
    private static final String SERVER = "io.micronaut.http.server.netty.handler.";
    private static final int NEAR = 8;

    @Override
    public MutableHttpResponse<?> handle(HttpRequest request, Throwable failure) {
        HttpStatus status = failure instanceof RejectedExecutionException || DatabaseOutage.causes(failure)
                // The service ends, or nothing can be kept just now; whoever asks again may find it otherwise.
                ? HttpStatus.SERVICE_UNAVAILABLE
                : undecodable(failure) ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
            LOG.error("A request could not be answered: {}", FailureLine.of(failure));
        }
        return responses.processResponse(
                ErrorContext.builder(request).cause(failure).build(), HttpResponse.status(status));
    }

    /** What no decoder could read, or whose sender went away in the middle of it. */
    private static boolean undecodable(Throwable failure) {
        return failure.getClass().getName().startsWith(DECODERS)
                || near(failure, DECODERS)
                || (failure instanceof EOFException && near(failure, SERVER));
    }

    private static boolean near(Throwable failure, String classes) {
        return Arrays.stream(failure.getStackTrace())
                .limit(NEAR)
                .anyMatch(frame -> frame.getClassName().startsWith(classes));
    }
}
