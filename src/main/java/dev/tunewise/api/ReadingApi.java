package dev.tunewise.api;

import dev.tunewise.api.flow.ReadingDocument;
import dev.tunewise.api.problem.ProblemDetail;
import dev.tunewise.api.problem.RefusedRequest;
import dev.tunewise.api.request.JsonKinds;
import dev.tunewise.api.request.RequestFactReader;
import dev.tunewise.api.request.RequestJson;
import dev.tunewise.api.request.RequestMembers;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.session.turn.ServedFlow;
import dev.tunewise.session.turn.ServedFlows;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads facts from what people type, without a consultation. */
@Controller("/api/flows")
record ReadingApi(ServedFlows flows, NameCatalogue names, ReadingDocument.Proposals proposals) {
    @Post("/{flow}/reading")
    @Consumes(MediaType.APPLICATION_JSON)
    HttpResponse<?> read(String flow, @Body byte @Nullable [] body) {
        ServedFlow served = FlowsApi.served(flows, flow);
        RequestMembers members = new RequestMembers(RequestJson.read(body), Set.of("text", "asked", "facts"));
        Optional<String> text = members.required("text", RequestJson.LONGEST);
        Optional<String> asked = members.text("asked", 100);
        asked.filter(fact -> served.flow().fact(fact).isEmpty())
                .ifPresent(fact -> members.fault(
                        ProblemDetail.Kind.UNKNOWN_FACT, "asked", "There is no fact `" + JsonKinds.name(fact) + "`."));
        RequestFactReader facts = new RequestFactReader(served.flow(), names);
        Answers answers = facts.answers(members.object("facts"));
        RefusedRequest.where(members.faults(), facts.faults());
        ReadingContext context = new ReadingContext(asked.map(List::of).orElse(List.of()), answers);
        String typed = text.orElse("");
        Reading reading = served.reader().read(typed, context);
        return HttpResponse.ok(ReadingDocument.of(
                served.flow(), reading, proposals.propose(served.flow(), typed, reading, context), typed));
    }
}
