package dev.tunewise.api;

import dev.tunewise.session.turn.ServedFlows;
import dev.tunewise.api.problem.ProblemDetail;
import dev.tunewise.api.problem.ProblemResponses;
import dev.tunewise.api.problem.RefusedRequest;
import dev.tunewise.api.request.RequestJson;
import dev.tunewise.record.RecordImport;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decision records, made consultations again. */
@Controller("/api/conversations/import")
record ImportApi(RecordImport records, Consultations consultations, ServedFlows flows, InstantSource clock) {
    private static final String CHANNEL = "api";

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> open(HttpRequest<?> request, @Body byte @Nullable [] body) {
        if (body != null && body.length > RequestJson.LONGEST) {
            throw new RefusedRequest(ProblemResponses.ofStatus(
                    HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                    "The record has %,d bytes; at most %,d are taken.".formatted(body.length, RequestJson.LONGEST)));
        }
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return switch (records.read(text)) {
            case RecordImport.Outcome.Refused(List<String> problems) -> throw refused(problems);
            case RecordImport.Outcome.Ready ready -> open(request, ready);
        };
    }

    private HttpResponse<?> open(HttpRequest<?> request, RecordImport.Outcome.Ready ready) {
        String flow = ready.made().origin().flow();
        String key = UUID.randomUUID().toString();
        Address address = Address.local(CHANNEL, key);
        InboundEvent inbound = new InboundEvent(
                key, ApiAuthor.of(request, Optional.empty(), address), clock.instant(), "", ready.input());
        return switch (consultations.open(flow, address, inbound)) {
            case Consultations.Taken.Done(String id, long _, var posts) ->
                HttpResponse.created(
                        ConversationsApi.view(consultations, flows, id, posts, false),
                        URI.create("/api/conversations/" + id));
            case Consultations.Taken.Repeated(String id) ->
                throw new IllegalStateException("The fresh key of the import into " + id + " was known already");
            case Consultations.Taken.Missing _ -> throw FlowsApi.missing(flows, flow);
        };
    }

    private static RefusedRequest refused(List<String> problems) {
        return new RefusedRequest(
                ProblemDetail.of(problems.stream().map(ImportApi::fault).toList()));
    }

    /** Problems name their place as a pointer in code marks at the start. */
    private static ProblemDetail.Fault fault(String problem) {
        int end = problem.startsWith("`/") ? problem.indexOf('`', 1) : -1;
        String pointer = end > 0 ? problem.substring(1, end) : "";
        return ProblemDetail.Fault.of(ProblemDetail.Kind.BROKEN_RECORD, pointer, problem);
    }
}
