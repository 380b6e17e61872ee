package dev.tunewise.api;

import dev.tunewise.api.flow.ValueJson;
import dev.tunewise.api.problem.ProblemDetail.Kind;
import dev.tunewise.api.problem.RefusedRequest;
import dev.tunewise.api.request.JsonKinds;
import dev.tunewise.api.request.RequestJson;
import dev.tunewise.api.request.RequestMembers;
import dev.tunewise.conversation.understanding.TokenCountPort;
import dev.tunewise.cost.TokenCounter;
import dev.tunewise.reading.name.NameCatalogue;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tokens of a text. */
@Controller("/api/tokens")
record TokensApi(TokenCountPort counting, NameCatalogue names) {
    /** Quotes and line ends take more room in JSON than in the text. */
    private static final int LONGEST_REQUEST = 4 * TokenCounter.LONGEST;

    private static final int LONGEST_MODEL = 200;
    private static final String MODELS = "models";

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> count(@Body byte @Nullable [] body) {
        RequestMembers members = new RequestMembers(RequestJson.read(body, LONGEST_REQUEST), Set.of("text", "model"));
        Optional<String> text = members.required("text", TokenCounter.LONGEST);
        Optional<String> model = members.text("model", LONGEST_MODEL).flatMap(name -> model(name, members));
        text.map(given -> given.getBytes(StandardCharsets.UTF_8).length)
                .filter(bytes -> bytes > TokenCounter.LONGEST)
                .ifPresent(bytes -> members.fault(
                        Kind.TOO_LONG,
                        "text",
                        "`text` has %,d bytes in UTF-8; at most %,d are counted at once."
                                .formatted(bytes, TokenCounter.LONGEST)));
        RefusedRequest.where(members.faults());
        TokenCountPort.Counted counted =
                counting.count(text.orElseThrow(), model).orElseThrow();
        Map<String, @Nullable Object> tree = ValueJson.TREE.parts(counted, "tokens encoding");
        tree.put("exact", !counted.approximate());
        tree.put("why", counted.why());
        tree.put("model", model.orElse(null));
        return HttpResponse.ok(tree);
    }

    private Optional<String> model(String name, RequestMembers members) {
        return switch (names.resolve(MODELS, name)) {
            case NameCatalogue.Found(NameCatalogue.Entry entry) -> Optional.of(entry.id());
            case NameCatalogue.Ambiguous ambiguous -> {
                members.fault(
                        Kind.UNKNOWN_CHOICE,
                        "model",
                        "`model` fits several: " + String.join(", ", NameCatalogue.ids(ambiguous.entries()))
                                + ". Name one of them.");
                yield Optional.empty();
            }
            case NameCatalogue.Unknown unknown -> {
                members.fault(
                        Kind.UNKNOWN_CHOICE,
                        "model",
                        "There is no model `" + JsonKinds.name(name) + "`."
                                + (unknown.nearest().isEmpty()
                                        ? ""
                                        : " Similar: " + String.join(", ", NameCatalogue.ids(unknown.nearest())) + ".")
                                + " Leave it out to count by the newest public encoding.");
                yield Optional.empty();
            }
        };
    }
}
