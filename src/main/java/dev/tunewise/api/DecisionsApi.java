package dev.tunewise.api;

import dev.tunewise.access.Identity;
import dev.tunewise.access.Visibility;
import dev.tunewise.api.problem.ProblemDetail;
import dev.tunewise.api.problem.RefusedRequest;
import dev.tunewise.record.CalibrationReport;
import dev.tunewise.record.DecisionLogFile;
import dev.tunewise.session.log.LogParameters;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.DecisionLog;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The log of decisions, as far as whoever asks may see it. */
@Controller("/api")
final class DecisionsApi {
    private static final int USUAL = 50;
    private static final int MOST = 500;
    private static final int MOST_IN_FILE = 10_000;

    private final DecisionLog log;
    private final Visibility visibility;
    private final String publicUrl;

    DecisionsApi(
            DecisionLog log,
            Visibility visibility,
            @Property(name = "tunewise.public-url", defaultValue = "") String publicUrl) {
        this.log = log;
        this.visibility = visibility;
        this.publicUrl = publicUrl;
    }

    /** The log as JSON, newest change first. */
    @Get("/decisions")
    @Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
    HttpResponse<?> list(HttpRequest<?> request) {
        LogParameters asked = read(request, USUAL, MOST);
        DecisionLog.Page page = log.page(asked.filter());
        return HttpResponse.ok(
                        files(request).json(page.decisions(), page.counts().found(), page.more()))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/decisions.csv")
    @Produces({"text/csv", "application/problem+json", MediaType.ALL})
    HttpResponse<?> csv(HttpRequest<?> request) {
        return file(request, "text/csv; charset=utf-8; header=present", DecisionLogFile::csv);
    }

    @Get("/decisions.md")
    @Produces({"text/markdown", "application/problem+json", MediaType.ALL})
    HttpResponse<?> markdown(HttpRequest<?> request) {
        return file(request, "text/markdown; charset=utf-8", DecisionLogFile::markdown);
    }

    /** How well past estimates held. */
    @Get("/decisions/calibration")
    @Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
    HttpResponse<?> calibration(HttpRequest<?> request) {
        LogParameters asked = read(request, MOST_IN_FILE, MOST_IN_FILE);
        DecisionLog.Filter acted = asked.filter().standing(CalibrationReport.LOOKED_AT);
        return HttpResponse.ok(CalibrationReport.of(log.list(acted)).json())
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private HttpResponse<?> file(
            HttpRequest<?> request, String type, BiFunction<DecisionLogFile, List<ConversationSummary>, String> write) {
        LogParameters asked = read(request, MOST_IN_FILE, MOST_IN_FILE);
        return HttpResponse.ok(write.apply(files(request), log.list(asked.filter())))
                .contentType(MediaType.of(type));
    }

    private LogParameters read(HttpRequest<?> request, int usual, int most) {
        Map<String, String> given = new HashMap<>();
        request.getParameters().forEach((name, values) -> given.put(name, String.join(",", values)));
        Identity identity = request.getAttribute(Identity.ATTRIBUTE, Identity.class)
                .orElseThrow(() -> new IllegalStateException("A request came in without an identity"));
        LogParameters asked = LogParameters.read(given, visibility.places(identity, log), log, usual, most);
        RefusedRequest.where(asked.faults().entrySet().stream()
                .map(fault -> ProblemDetail.Fault.of(
                        ProblemDetail.Kind.OUT_OF_RANGE,
                        "/" + fault.getKey(),
                        "`" + fault.getKey() + "` " + fault.getValue() + "."))
                .toList());
        return asked;
    }

    private DecisionLogFile files(HttpRequest<?> request) {
        return DecisionLogFile.at(publicUrl, request.getHeaders().get(HttpHeaders.HOST), visibility.directory());
    }
}
