package dev.tunewise.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.api.flow.ReadingView;
import dev.tunewise.api.flow.ServedFlow;
import dev.tunewise.api.flow.ServedFlows;
import dev.tunewise.api.problem.ProblemDetail;
import dev.tunewise.api.problem.ProblemResponses;
import dev.tunewise.api.request.CatalogueLookup;
import dev.tunewise.api.request.JsonKinds;
import dev.tunewise.api.request.RequestFactReader;
import dev.tunewise.api.request.RequestJson;
import dev.tunewise.api.request.RequestMembers;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.result.ReadingContext;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads facts from what people type, without a consultation. */
@Tag(name = "Flows")
@Controller("/api/flows")
final class ReadingApi {
    private final ServedFlows flows;
    private final CatalogueLookup names;

    ReadingApi(ServedFlows flows, CatalogueLookup names) {
        this.flows = flows;
        this.names = names;
    }

    /** What is to be read. */
    @Serdeable
    @Schema(name = "ReadingRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    record Request(
            @Schema(description = "as typed; the first 40,000 characters are read", example = "about 50k tickets a day")
            String text,

            @Nullable @Schema(description = "the fact that was asked for, if any", example = "calls_per_day")
            String asked,

            @Nullable @Schema(description = "what is known already, as for advice; corrections refer to it")
            Object facts) {}

    /** Reads a text. */
    @Post("/{flow}/reading")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "read", summary = "Reads facts from a text")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Request.class)))
    @ApiResponse(
            responseCode = "200",
            description = "What was read, what is to be asked back, and what was not understood",
            content = @Content(schema = @Schema(implementation = ReadingView.class)))
    @ApiResponse(
            responseCode = "400",
            description = "No JSON object",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such flow",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "422",
            description = "The text is missing or no string, or the fact asked for does not exist",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    HttpResponse<?> read(@Parameter(example = "fine-tuning") String flow, @Body byte @Nullable [] body) {
        Optional<ServedFlow> served = flows.find(flow);
        if (served.isEmpty()) {
            return FlowsApi.missing(flows, flow);
        }
        return switch (RequestJson.read(body)) {
            case RequestJson.Read.Bad(ProblemDetail problem) -> ProblemResponses.answer(problem);
            case RequestJson.Read.Good(ObjectNode object) -> read(served.get(), object);
        };
    }

    private HttpResponse<?> read(ServedFlow served, ObjectNode object) {
        RequestMembers members = new RequestMembers(object, Set.of("text", "asked", "facts"));
        Optional<String> text = members.required("text", RequestJson.LONGEST);
        Optional<String> asked = members.text("asked", 100);
        asked.filter(fact -> served.flow().fact(fact).isEmpty())
                .ifPresent(fact -> members.fault(
                        ProblemDetail.Kind.UNKNOWN_FACT, "asked", "There is no fact `" + JsonKinds.name(fact) + "`."));
        RequestFactReader facts = new RequestFactReader(served.flow(), names);
        Answers answers = facts.answers(members.object("facts"));
        List<ProblemDetail.Fault> faults = new ArrayList<>(members.faults());
        faults.addAll(facts.faults());
        if (!faults.isEmpty()) {
            return ProblemResponses.faults(faults);
        }
        ReadingContext context = new ReadingContext(asked.map(List::of).orElse(List.of()), answers);
        String typed = text.orElse("");
        return HttpResponse.ok(ReadingView.of(served.reader().read(typed, context), typed));
    }
}
