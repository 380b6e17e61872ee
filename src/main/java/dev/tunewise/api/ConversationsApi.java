package dev.tunewise.api;

import dev.tunewise.api.consultation.ConversationViewer;
import dev.tunewise.session.turn.ServedFlow;
import dev.tunewise.session.turn.ServedFlows;
import dev.tunewise.api.problem.ProblemDetail;
import dev.tunewise.api.problem.RefusedRequest;
import dev.tunewise.api.request.EventReader;
import dev.tunewise.api.request.RequestFactReader;
import dev.tunewise.api.request.RequestJson;
import dev.tunewise.api.request.RequestMembers;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore.Kept;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Consultations, question by question. */
@Controller("/api/conversations")
record ConversationsApi(Consultations consultations, ServedFlows flows, NameCatalogue names, InstantSource clock) {
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
                .map(given -> "open:" + ApiAuthor.scope(request) + given)
                .orElseGet(() -> UUID.randomUUID().toString());
        Address address = Address.local(CHANNEL, eventKey);
        InboundEvent inbound =
                inbound(eventKey, ApiAuthor.of(request, author, address), new UserInput.Opened(text.orElse("")));
        Consultations.Taken taken = consultations.open(flow.orElseThrow(), address, inbound);
        return switch (taken) {
            case Consultations.Taken.Done done ->
                HttpResponse.created(view(done).orElseThrow(), URI.create("/api/conversations/" + done.conversation()));
            case Consultations.Taken.Repeated(String id) -> HttpResponse.ok(repeated(id, eventKey));
            case Consultations.Taken.Missing _ -> throw FlowsApi.missing(flows, flow.orElseThrow());
        };
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
                id, inbound(eventKey, ApiAuthor.of(request, author, conversation.address()), input.orElseThrow()))) {
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
        return view(consultations, flows, id, posts, true);
    }

    /** A consultation as it stands, with some of its posts. */
    static Map<String, @Nullable Object> view(
            Consultations consultations,
            ServedFlows flows,
            String id,
            List<dev.tunewise.chat.Post> posts,
            boolean repeated) {
        Consultations.Seen seen = consultations.see(id).orElseThrow();
        return new ConversationViewer(seen, consultations.newest(id))
                .view(posts, repeated, flows.find(seen.conversation().flow()));
    }

    private InboundEvent inbound(String key, Author author, UserInput input) {
        return new InboundEvent(key, author, clock.instant(), "", input);
    }

    static RefusedRequest missing(String id) {
        return new RefusedRequest(ProblemDetail.unknownConversation(id));
    }
}
