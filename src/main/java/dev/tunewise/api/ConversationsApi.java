package dev.tunewise.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.api.consultation.ConversationView;
import dev.tunewise.api.consultation.ConversationViewer;
import dev.tunewise.api.flow.ServedFlow;
import dev.tunewise.api.flow.ServedFlows;
import dev.tunewise.api.problem.ProblemDetail;
import dev.tunewise.api.problem.ProblemResponses;
import dev.tunewise.api.request.CatalogueLookup;
import dev.tunewise.api.request.EventReader;
import dev.tunewise.api.request.EventRequest;
import dev.tunewise.api.request.JsonKinds;
import dev.tunewise.api.request.OpenRequest;
import dev.tunewise.api.request.RequestFactReader;
import dev.tunewise.api.request.RequestJson;
import dev.tunewise.api.request.RequestMembers;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationStore.Kept;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Consultations, question by question. */
@Tag(name = "Conversations")
@Controller("/api/conversations")
final class ConversationsApi {
    private static final String CHANNEL = "api";
    private static final String NAME = "API";

    private final Consultations consultations;
    private final ServedFlows flows;
    private final CatalogueLookup names;
    private final InstantSource clock;

    ConversationsApi(Consultations consultations, ServedFlows flows, CatalogueLookup names, InstantSource clock) {
        this.consultations = consultations;
        this.flows = flows;
        this.names = names;
        this.clock = clock;
    }

    /** Opens a consultation. */
    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "openConversation", summary = "Opens a consultation")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OpenRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "A problem",
                                            value =
                                                    "{\"flow\": \"fine-tuning\", \"text\": \"Our ticket classifier drifts\"}")))
    @ApiResponse(
            responseCode = "201",
            description = "It is open; the first question waits",
            content = @Content(schema = @Schema(implementation = ConversationView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such flow",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Something in the request is wrong; each fault is named",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    HttpResponse<?> open(@Body byte @Nullable [] body) {
        return switch (RequestJson.read(body)) {
            case RequestJson.Read.Bad(ProblemDetail problem) -> ProblemResponses.answer(problem);
            case RequestJson.Read.Good(ObjectNode object) -> open(object);
        };
    }

    private HttpResponse<?> open(ObjectNode object) {
        RequestMembers members = new RequestMembers(object, Set.of("flow", "text", "key", "author"));
        Optional<String> flow = members.required("flow", EventReader.LONGEST_KEY);
        Optional<String> text = members.text("text", EventReader.LONGEST_TEXT);
        Optional<String> key = members.text("key", EventReader.LONGEST_KEY);
        Optional<String> author = members.text("author", EventReader.LONGEST_NAME);
        if (!members.faults().isEmpty() || flow.isEmpty()) {
            return ProblemResponses.faults(members.faults());
        }
        String eventKey = key.filter(given -> !given.isBlank())
                .map(given -> "open:" + given)
                .orElseGet(() -> UUID.randomUUID().toString());
        InboundEvent inbound = inbound(eventKey, author, new UserInput.Opened(text.orElse("")));
        Consultations.Taken taken = consultations.open(flow.get(), Address.local(CHANNEL, eventKey), inbound);
        return switch (taken) {
            case Consultations.Taken.Done(String id, long _, List<dev.tunewise.chat.Post> posts) ->
                HttpResponse.created(view(id, posts, false).orElseThrow(), URI.create("/api/conversations/" + id));
            case Consultations.Taken.Repeated(String id) -> HttpResponse.ok(repeated(id, eventKey));
            case Consultations.Taken.Missing _ -> FlowsApi.missing(flows, flow.get());
        };
    }

    /** Takes an event. */
    @Post("/{id}/events")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "sendEvent",
            summary = "Takes an event of a consultation",
            description =
                    "Free text, an answer to a fact, or a command. The same key again changes nothing and gives the same messages.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EventRequest.class),
                            examples = {
                                @ExampleObject(
                                        name = "An answer",
                                        value =
                                                "{\"key\": \"1\", \"fact\": \"problems\", \"value\": [\"format-drift\"]}"),
                                @ExampleObject(
                                        name = "Free text",
                                        value = "{\"key\": \"2\", \"text\": \"about 800 examples\"}"),
                                @ExampleObject(name = "A command", value = "{\"key\": \"3\", \"command\": \"back\"}")
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "What the consultant says to it, and what waits for an answer",
            content = @Content(schema = @Schema(implementation = ConversationView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such consultation",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Something in the request is wrong; each fault is named",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    HttpResponse<?> event(String id, @Body byte @Nullable [] body) {
        Optional<ServedFlow> served = consultations.find(id).flatMap(conversation -> flows.find(conversation.flow()));
        if (served.isEmpty()) {
            return missing(id);
        }
        return switch (RequestJson.read(body)) {
            case RequestJson.Read.Bad(ProblemDetail problem) -> ProblemResponses.answer(problem);
            case RequestJson.Read.Good(ObjectNode object) -> event(id, served.get(), object);
        };
    }

    private HttpResponse<?> event(String id, ServedFlow served, ObjectNode object) {
        EventReader reader = new EventReader(object, new RequestFactReader(served.flow(), names));
        Optional<String> key = reader.key();
        Optional<String> author = reader.author();
        Optional<UserInput> input = reader.input();
        if (!reader.faults().isEmpty() || key.isEmpty() || input.isEmpty()) {
            return ProblemResponses.faults(reader.faults());
        }
        // A key need be unique within its consultation only.
        String eventKey = id + ":" + key.get();
        return switch (consultations.take(id, inbound(eventKey, author, input.get()))) {
            case Consultations.Taken.Done(String _, long _, List<dev.tunewise.chat.Post> posts) ->
                view(id, posts, false).<HttpResponse<?>>map(HttpResponse::ok).orElseGet(() -> missing(id));
            case Consultations.Taken.Repeated _ -> HttpResponse.ok(repeated(id, eventKey));
            case Consultations.Taken.Missing _ -> missing(id);
        };
    }

    /** Shows a consultation. */
    @Get("/{id}")
    @Operation(operationId = "getConversation", summary = "Shows a consultation as it stands")
    @ApiResponse(
            responseCode = "200",
            description = "All messages, answers and what waits for an answer",
            content = @Content(schema = @Schema(implementation = ConversationView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such consultation",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    HttpResponse<?> show(String id) {
        return consultations
                .see(id)
                .<HttpResponse<?>>map(seen -> {
                    ConversationViewer reading = new ConversationViewer(seen, consultations.posts(id));
                    return HttpResponse.ok(reading.view(
                            reading.all(), false, flows.find(seen.conversation().flow())));
                })
                .orElseGet(() -> missing(id));
    }

    private Optional<ConversationView> view(String id, List<dev.tunewise.chat.Post> messages, boolean repeated) {
        return consultations
                .see(id)
                .map(seen -> new ConversationViewer(seen, consultations.posts(id))
                        .view(messages, repeated, flows.find(seen.conversation().flow())));
    }

    /** What the event with this key led to when it was taken. */
    private ConversationView repeated(String id, String key) {
        List<Entry> entries = consultations.find(id).orElseThrow().entries();
        List<dev.tunewise.chat.Post> posts = new ArrayList<>();
        for (Kept kept : consultations.posts(id)) {
            int index = (int) kept.entry();
            if (index >= 0 && index < entries.size() && entries.get(index).key().equals(key)) {
                posts.add(kept.post());
            }
        }
        return view(id, posts, true).orElseThrow();
    }

    private InboundEvent inbound(String key, Optional<String> author, UserInput input) {
        String name = author.filter(given -> !given.isBlank()).orElse(NAME);
        return new InboundEvent(key, new Author("api:" + name, name), clock.instant(), "", input);
    }

    static HttpResponse<ProblemDetail> missing(String id) {
        return ProblemResponses.missing(
                "unknown-conversation",
                "Unknown conversation",
                "There is no conversation `" + JsonKinds.name(id) + "`.");
    }
}
