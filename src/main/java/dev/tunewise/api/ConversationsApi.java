package dev.tunewise.api;

import dev.tunewise.access.Identity;
import dev.tunewise.api.consultation.ConversationViewer;
import dev.tunewise.api.problem.ProblemDetail;
import dev.tunewise.api.problem.ProblemResponses;
import dev.tunewise.api.problem.RefusedRequest;
import dev.tunewise.api.request.EventReader;
import dev.tunewise.api.request.RequestFactReader;
import dev.tunewise.api.request.RequestJson;
import dev.tunewise.api.request.RequestMembers;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.record.RecordImport;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore.Kept;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.session.turn.ServedFlow;
import dev.tunewise.session.turn.ServedFlows;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Consultations, question by question or from a decision record. */
@Controller("/api/conversations")
record ConversationsApi(
        Consultations consultations,
        ServedFlows flows,
        NameCatalogue names,
        RecordImport records,
        InstantSource clock) {
    private static final String CHANNEL = "api";

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    HttpResponse<?> open(HttpRequest<?> request, @Body byte @Nullable [] body) {
        RequestMembers members = new RequestMembers(RequestJson.read(body), Set.of("flow", "text", "key", "author"));
        Optional<String> flow = members.required("flow", EventReader.LONGEST_KEY);
        Optional<String> text = members.text("text", EventReader.LONGEST_TEXT);
        Optional<String> key = members.text("key", EventReader.LONGEST_KEY);
        Optional<String> author = members.text("author", EventReader.LONGEST_NAME);
        RefusedRequest.where(members.faults());
        String eventKey = key.filter(given -> !given.isBlank())
                .map(given -> "open:" + scope(request) + given)
                .orElseGet(() -> UUID.randomUUID().toString());
        return open(request, flow.orElseThrow(), eventKey, author, new UserInput.Opened(text.orElse("")));
    }

    private HttpResponse<?> open(
            HttpRequest<?> request, String flow, String key, Optional<String> author, UserInput input) {
        Address address = Address.local(CHANNEL, key);
        InboundEvent inbound = inbound(key, author(request, author, address), input);
        return switch (consultations.open(flow, address, inbound)) {
            case Consultations.Taken.Done done ->
                HttpResponse.created(view(done).orElseThrow(), URI.create("/api/conversations/" + done.conversation()));
            case Consultations.Taken.Repeated(String id) -> HttpResponse.ok(repeated(id, key));
            case Consultations.Taken.Missing _ -> throw FlowsApi.missing(flows, flow);
        };
    }

    /** Makes a consultation again of the record of one. */
    @Post("/import")
    @Consumes(MediaType.ALL)
    HttpResponse<?> restore(HttpRequest<?> request, @Body byte @Nullable [] body) {
        if (body != null && body.length > RequestJson.LONGEST) {
            throw new RefusedRequest(ProblemResponses.ofStatus(
                    HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                    "The record has %,d bytes; at most %,d are taken.".formatted(body.length, RequestJson.LONGEST)));
        }
        return switch (records.read(body == null ? "" : new String(body, StandardCharsets.UTF_8))) {
            case RecordImport.Outcome.Refused(List<String> problems) ->
                throw new RefusedRequest(ProblemDetail.of(
                        problems.stream().map(ConversationsApi::fault).toList()));
            case RecordImport.Outcome.Ready ready ->
                open(
                        request,
                        ready.made().origin().flow(),
                        UUID.randomUUID().toString(),
                        Optional.empty(),
                        ready.input());
        };
    }

    /** Problems of a record name their place as a pointer in code marks at the start. */
    private static ProblemDetail.Fault fault(String problem) {
        int end = problem.startsWith("`/") ? problem.indexOf('`', 1) : -1;
        String pointer = end > 0 ? problem.substring(1, end) : "";
        return ProblemDetail.Fault.of(ProblemDetail.Kind.BROKEN_RECORD, pointer, problem);
    }

    @Post("/{id}/events")
    @Consumes(MediaType.APPLICATION_JSON)
    HttpResponse<?> event(HttpRequest<?> request, String id, @Body byte @Nullable [] body) {
        Conversation conversation = consultations.head(id).orElseThrow(() -> missing(id));
        ServedFlow served = flows.find(conversation.flow()).orElseThrow(() -> missing(id));
        EventReader reader = new EventReader(RequestJson.read(body), new RequestFactReader(served.flow(), names));
        Optional<String> key = reader.key();
        Optional<String> author = reader.author();
        Optional<UserInput> input = reader.input();
        RefusedRequest.where(reader.faults());
        // A key need be unique within its consultation only.
        String eventKey = id + ":" + key.orElseThrow();
        return switch (consultations.take(
                id, inbound(eventKey, author(request, author, conversation.address()), input.orElseThrow()))) {
            case Consultations.Taken.Done done -> HttpResponse.ok(view(done).orElseThrow(() -> missing(id)));
            case Consultations.Taken.Repeated _ -> HttpResponse.ok(repeated(id, eventKey));
            case Consultations.Taken.Missing _ -> throw missing(id);
        };
    }

    @Get("/{id}")
    HttpResponse<?> show(String id) {
        Consultations.Seen seen = consultations.see(id).orElseThrow(() -> missing(id));
        ConversationViewer reading = new ConversationViewer(seen, consultations.newest(id));
        return HttpResponse.ok(reading.view(
                reading.all(), false, flows.find(seen.conversation().flow())));
    }

    private Optional<Map<String, @Nullable Object>> view(Consultations.Taken.Done done) {
        String id = done.conversation();
        return consultations
                .see(id, done.version())
                .map(seen -> ConversationViewer.after(seen, done.posts(), () -> consultations.newest(id))
                        .view(
                                done.posts(),
                                false,
                                flows.find(seen.conversation().flow())));
    }

    /** What the event with this key led to when it was taken. */
    private Map<String, @Nullable Object> repeated(String id, String key) {
        List<Entry> entries = consultations.find(id).orElseThrow().entries();
        List<dev.tunewise.chat.Post> posts = new ArrayList<>();
        for (Kept kept : consultations.posts(id)) {
            int index = (int) kept.entry();
            if (index >= 0 && index < entries.size() && entries.get(index).key().equals(key)) {
                posts.add(kept.post());
            }
        }
        Consultations.Seen seen = consultations.see(id).orElseThrow();
        return new ConversationViewer(seen, consultations.newest(id))
                .view(posts, true, flows.find(seen.conversation().flow()));
    }

    /** Who sends a request: who signed in. Only where nobody can sign in, on a laptop, the name in the body counts. */
    private static Author author(HttpRequest<?> request, Optional<String> named, Address address) {
        return request.getAttribute(Identity.ATTRIBUTE, Identity.class)
                .filter(Identity::known)
                .map(identity -> identity.author(address))
                .orElseGet(() -> {
                    String name = named.filter(given -> !given.isBlank()).orElse("API");
                    return new Author("api:" + name, name);
                });
    }

    /** What sets the keys of one apart from those of all others: nobody is answered with what somebody else began. */
    private static String scope(HttpRequest<?> request) {
        return request.getAttribute(Identity.ATTRIBUTE, Identity.class)
                .filter(Identity::known)
                .map(identity -> identity.id() + ":")
                .orElse("");
    }

    private InboundEvent inbound(String key, Author author, UserInput input) {
        return new InboundEvent(key, author, clock.instant(), "", input);
    }

    static RefusedRequest missing(String id) {
        return new RefusedRequest(ProblemDetail.unknownConversation(id));
    }
}
