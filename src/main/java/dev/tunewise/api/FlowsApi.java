package dev.tunewise.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.api.advice.AdviceView;
import dev.tunewise.api.flow.FlowView;
import dev.tunewise.api.flow.ServedFlow;
import dev.tunewise.api.flow.ServedFlows;
import dev.tunewise.api.problem.ProblemDetail;
import dev.tunewise.api.problem.ProblemResponses;
import dev.tunewise.api.request.AdviceRequest;
import dev.tunewise.api.request.CatalogueLookup;
import dev.tunewise.api.request.JsonKinds;
import dev.tunewise.api.request.RequestFactReader;
import dev.tunewise.api.request.RequestJson;
import dev.tunewise.api.request.RequestMembers;
import dev.tunewise.flow.interview.Answers;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flows, and advice along them without a consultation. */
@Tag(name = "Flows")
@Controller("/api/flows")
final class FlowsApi {
    private static final String ADVICE_EXAMPLE = """
            {"facts": {"problems": ["wrong-labels"], "task": "classification", "stage": "production",
             "recurrence": "recurring", "eval_items": 30, "owner": true, "stable_for": null}}""";

    private final ServedFlows flows;
    private final CatalogueLookup names;

    FlowsApi(ServedFlows flows, CatalogueLookup names) {
        this.flows = flows;
        this.names = names;
    }

    /** Lists the flows in service. */
    @Get
    @Operation(operationId = "listFlows", summary = "Lists the flows in service")
    @ApiResponse(
            responseCode = "200",
            description = "The flows",
            content = @Content(schema = @Schema(implementation = FlowView.All.class)))
    HttpResponse<FlowView.All> list() {
        return HttpResponse.ok(new FlowView.All(flows.all().stream()
                .map(served -> FlowView.Summary.of(served.flow()))
                .toList()));
    }

    /** Gives a flow in full. */
    @Get("/{flow}")
    @Operation(operationId = "getFlow", summary = "Gives a flow in full: facts, rules, sources, diagram")
    @ApiResponse(
            responseCode = "200",
            description = "The flow",
            content = @Content(schema = @Schema(implementation = FlowView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such flow",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    HttpResponse<?> show(@Parameter(example = "fine-tuning") String flow) {
        return flows.find(flow)
                .<HttpResponse<?>>map(served -> HttpResponse.ok(FlowView.of(served)))
                .orElseGet(() -> missing(flows, flow));
    }

    /** Gives advice. */
    @Post("/{flow}/advice")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "advise",
            summary = "Gives advice on facts",
            description =
                    "Numbers go in as JSON numbers, yes and no as booleans, one choice as a string, several as an"
                            + " array. null says that nobody knows: the fact's default is assumed and listed under assumptions.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AdviceRequest.class),
                            examples = @ExampleObject(name = "Too few items to measure", value = ADVICE_EXAMPLE)))
    @ApiResponse(
            responseCode = "200",
            description = "The advice; its verdict is null while facts are missing",
            content = @Content(schema = @Schema(implementation = AdviceView.class)))
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
            description = "Facts that do not exist, of the wrong type or out of range; each is named",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    HttpResponse<?> advise(@Parameter(example = "fine-tuning") String flow, @Body byte @Nullable [] body) {
        Optional<ServedFlow> served = flows.find(flow);
        if (served.isEmpty()) {
            return missing(flows, flow);
        }
        return switch (RequestJson.read(body)) {
            case RequestJson.Read.Bad(ProblemDetail problem) -> ProblemResponses.answer(problem);
            case RequestJson.Read.Good(ObjectNode object) -> advise(served.get(), object);
        };
    }

    private HttpResponse<?> advise(ServedFlow served, ObjectNode object) {
        RequestMembers members = new RequestMembers(object, Set.of("facts", "parameters"));
        RequestFactReader reader = new RequestFactReader(served.flow(), names);
        Answers answers = reader.answers(members.object("facts"));
        Map<String, BigDecimal> parameters = reader.parameters(
                members.object("parameters"), served.consultant().parameters());
        List<ProblemDetail.Fault> faults = new ArrayList<>(members.faults());
        faults.addAll(reader.faults());
        if (!faults.isEmpty()) {
            return ProblemResponses.faults(faults);
        }
        return HttpResponse.ok(AdviceView.of(served.flow(), served.consultant().answer(answers, parameters)));
    }

    static HttpResponse<ProblemDetail> missing(ServedFlows flows, String flow) {
        List<String> ids =
                flows.all().stream().map(served -> served.flow().id()).toList();
        return ProblemResponses.missing(
                "unknown-flow",
                "Unknown flow",
                "There is no flow `" + JsonKinds.name(flow) + "`. The flows are: " + String.join(", ", ids) + ".");
    }
}
