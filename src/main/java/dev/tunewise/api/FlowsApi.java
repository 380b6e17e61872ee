package dev.tunewise.api;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.document.AdviceDocument;
import dev.tunewise.api.advice.AnswerDocument;
import dev.tunewise.api.flow.FlowDocument;
import dev.tunewise.api.flow.ReadingDocument;
import dev.tunewise.api.problem.ProblemDetail;
import dev.tunewise.api.problem.RefusedRequest;
import dev.tunewise.api.request.JsonKinds;
import dev.tunewise.api.request.RequestFactReader;
import dev.tunewise.api.request.RequestJson;
import dev.tunewise.api.request.RequestMembers;
import dev.tunewise.conversation.answer.AdviceBlocks;
import dev.tunewise.conversation.answer.GivenCase;
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
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flows, and advice along them and reading of what people type without a consultation. */
@Controller("/api/flows")
record FlowsApi(ServedFlows flows, NameCatalogue names, ReadingDocument.Proposals proposals) {
    private static final int LONGEST_QUESTION = 2000;

    @Get
    HttpResponse<Map<String, Object>> list() {
        return HttpResponse.ok(FlowDocument.all(flows.all()));
    }

    @Get("/{flow}")
    HttpResponse<?> show(String flow) {
        return HttpResponse.ok(FlowDocument.of(served(flow)));
    }

    @Post("/{flow}/advice")
    @Consumes(MediaType.APPLICATION_JSON)
    HttpResponse<?> advise(String flow, @Body byte @Nullable [] body) {
        ServedFlow served = served(flow);
        RequestMembers members = new RequestMembers(RequestJson.read(body), Set.of("facts", "parameters", "question"));
        RequestFactReader reader = new RequestFactReader(served.flow(), names);
        Answers joined = reader.billed(reader.answers(members.object("facts")));
        Map<String, BigDecimal> parameters = reader.parameters(
                members.object("parameters"), served.consultant().parameters());
        Optional<String> question = members.text("question", LONGEST_QUESTION);
        RefusedRequest.where(members.faults(), reader.faults());
        Consultant consultant = served.consultant();
        Answers answers = consultant.withRanges(joined, parameters);
        Consultant.Answer answer = consultant.answer(answers, parameters);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("flow", served.flow().id());
        tree.put("version", served.flow().version());
        tree.put("fingerprint", served.flow().fingerprint());
        tree.putAll(AdviceDocument.of(answer.advice(), answer.outlook(), answer.cost()));
        tree.put("answer", AnswerDocument.of(consultant.caseAnswer(answers, parameters, answer.advice())));
        tree.put(
                "figures",
                question.map(asked -> answered(asked, served, new GivenCase(answers, parameters)))
                        .orElse(List.of()));
        return HttpResponse.ok(tree);
    }

    /** What a question supposes put beside the case, or the figures that it asks for. */
    private static List<String> answered(String question, ServedFlow served, GivenCase theCase) {
        List<String> supposed = served.machine().supposed(question, theCase);
        return supposed.isEmpty() ? new AdviceBlocks(served.consultant()).figures(question, theCase) : supposed;
    }

    /** Reads facts from what people type, without a consultation. */
    @Post("/{flow}/reading")
    @Consumes(MediaType.APPLICATION_JSON)
    HttpResponse<?> read(String flow, @Body byte @Nullable [] body) {
        ServedFlow served = served(flow);
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

    /** A flow that is served. */
    private ServedFlow served(String flow) {
        return flows.find(flow).orElseThrow(() -> missing(flows, flow));
    }

    static RefusedRequest missing(ServedFlows flows, String flow) {
        List<String> ids =
                flows.all().stream().map(served -> served.flow().id()).toList();
        return RefusedRequest.missing(
                "unknown-flow",
                "Unknown flow",
                "There is no flow `" + JsonKinds.name(flow) + "`. The flows are: " + String.join(", ", ids) + ".");
    }
}
