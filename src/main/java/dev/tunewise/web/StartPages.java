package dev.tunewise.web;

import dev.tunewise.access.Identity;
import dev.tunewise.access.Visibility;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.record.RecordImport;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.session.turn.ServedFlow;
import dev.tunewise.session.turn.ServedFlows;
import dev.tunewise.web.form.FormData;
import dev.tunewise.web.form.FormSubmission;
import dev.tunewise.web.page.FlowOffer;
import dev.tunewise.web.page.PageModel;
import dev.tunewise.web.page.PageRenderer;
import dev.tunewise.web.visitor.RandomKeys;
import dev.tunewise.web.visitor.Visitor;
import dev.tunewise.web.visitor.VisitorCookies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first page: say what goes wrong, or go on with an earlier consultation. */
@Controller
@Produces(MediaType.TEXT_HTML)
record StartPages(
        Consultations consultations,
        ConversationStore store,
        Visibility visibility,
        ServedFlows flows,
        RecordImport records,
        PageRenderer pages,
        VisitorCookies people,
        RandomKeys keys,
        InstantSource clock) {
    private static final int RECENT = 12;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final int DAYS_IN_WORDS = 7;
    private static final int LARGEST_RECORD = 3_000_000;
    private static final int MOST_PROBLEMS = 3;

    /** The first page; a link may choose among the flows. */
    @Get("/")
    HttpResponse<String> start(HttpRequest<?> request) {
        return start(HttpStatus.OK, request, request.getParameters().get("flow", String.class, ""), "", "");
    }

    @Post("/c")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> open(HttpRequest<?> request, @Body String body) {
        FormData form = FormData.parse(body);
        String text = form.first("text");
        String flow = form.has("flow") ? form.first("flow") : chosen("");
        if (text.length() > FormSubmission.LONGEST) {
            return start(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    request,
                    flow,
                    text,
                    "That is %,d characters; %,d are enough to begin with. Shorten it and send it again."
                            .formatted(text.length(), FormSubmission.LONGEST));
        }
        String key = keys.event(form.first("key"), flow + ":" + text);
        return opened(request, flow, key, new UserInput.Opened(text))
                .orElseGet(() -> start(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        request,
                        "",
                        text,
                        "There is no consultation called “" + flow + "” any more. Choose one of those below."));
    }

    /** The way to a consultation that is opened; empty where no such flow is served. */
    private Optional<HttpResponse<?>> opened(HttpRequest<?> request, String flow, String key, UserInput input) {
        Visitor person = people.of(request);
        InboundEvent inbound =
                new InboundEvent(key, new Author(person.id(), person.name()), clock.instant(), "", input);
        return switch (consultations.open(flow, Address.local(ConversationPages.CHANNEL, key), inbound)) {
            case Consultations.Taken.Done(String id, var _, var _) -> Optional.of(seeOther(id, person, request));
            case Consultations.Taken.Repeated(String id) -> Optional.of(seeOther(id, person, request));
            case Consultations.Taken.Missing _ -> Optional.empty();
        };
    }

    /** Opens a consultation from a decision record that somebody kept. */
    @Post("/c/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> importRecord(HttpRequest<?> request, @Part("record") @Nullable CompletedFileUpload file)
            throws IOException {
        if (file == null || file.getSize() == 0) {
            return refused(request, "Choose a decision record first: the JSON file that a consultation exports.");
        }
        if (file.getSize() > LARGEST_RECORD) {
            return refused(
                    request,
                    "That file has %,d bytes; a decision record has at most %,d."
                            .formatted(file.getSize(), LARGEST_RECORD));
        }
        return switch (records.read(new String(file.getBytes(), StandardCharsets.UTF_8))) {
            case RecordImport.Outcome.Refused(List<String> problems) ->
                refused(
                        request,
                        "That record cannot be used. "
                                + String.join(" ", problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()))));
            case RecordImport.Outcome.Ready ready -> restored(request, ready);
        };
    }

    private HttpResponse<?> restored(HttpRequest<?> request, RecordImport.Outcome.Ready ready) {
        String flow = ready.made().origin().flow();
        return opened(request, flow, keys.next(), ready.input())
                .orElseGet(() -> refused(
                        request, "The record follows the flow “" + flow + "”, which is not served here any more."));
    }

    private HttpResponse<String> refused(HttpRequest<?> request, String problem) {
        return page(HttpStatus.UNPROCESSABLE_ENTITY, request, "", "", "", problem);
    }

    private HttpResponse<?> seeOther(String id, Visitor person, HttpRequest<?> request) {
        return HttpResponse.seeOther(URI.create("/c/" + id)).cookie(people.idCookie(person, request));
    }

    private HttpResponse<String> start(
            HttpStatus status, HttpRequest<?> request, String flow, String text, String problem) {
        return page(status, request, flow, text, problem, "");
    }

    private HttpResponse<String> page(
            HttpStatus status, HttpRequest<?> request, String flow, String text, String problem, String recordProblem) {
        List<PageModel.Recent> recent =
                visible(request).stream().map(this::recent).toList();
        PageModel.Start page = new PageModel.Start(
                pages.frame(request, "Tunewise"),
                flows.all().stream().map(FlowOffer::of).toList(),
                recent,
                keys.next(),
                chosen(flow),
                text,
                problem,
                recordProblem);
        return pages.show(status, "start", page, request);
    }

    /** The flow of this id, or the one that is offered first. */
    private String chosen(String flow) {
        List<ServedFlow> served = flows.all();
        return served.isEmpty() || flows.find(flow).isPresent()
                ? flow
                : served.getFirst().flow().id();
    }

    /** The latest consultations of the web, for those who may see them. */
    private List<ConversationSummary> visible(HttpRequest<?> request) {
        boolean may = request.getAttribute(Identity.ATTRIBUTE, Identity.class)
                .filter(identity -> visibility.sees(identity, Address.local(ConversationPages.CHANNEL, "")))
                .isPresent();
        return may ? store.list(ConversationPages.CHANNEL, ConversationPages.WORKSPACE, RECENT) : List.of();
    }

    private PageModel.Recent recent(ConversationSummary digest) {
        String state = switch (digest.state()) {
            case OPEN -> "Under way";
            case CONCLUDED -> verdict(digest);
            case STOPPED -> "Stopped";
        };
        return new PageModel.Recent(
                digest.id(),
                digest.title().isBlank() ? "Without a title" : digest.title(),
                state,
                digest.state().name().toLowerCase(Locale.ROOT),
                digest.headline(),
                ago(digest.updatedAt(), clock.instant()));
    }

    private String verdict(ConversationSummary digest) {
        return flows.find(digest.flow())
                .flatMap(served -> served.flow().texts().find("verdicts." + digest.verdict()))
                .orElse(digest.verdict());
    }

    /** How long ago something was. */
    private static String ago(Instant then, Instant now) {
        Duration since = Duration.between(then, now);
        if (since.toMinutes() < 1) {
            return "just now";
        }
        if (since.toHours() < 1) {
            return count(since.toMinutes(), "minute");
        }
        if (since.toDays() < 1) {
            return count(since.toHours(), "hour");
        }
        return since.toDays() < DAYS_IN_WORDS
                ? count(since.toDays(), "day")
                : DATE.format(then.atOffset(ZoneOffset.UTC));
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s") + " ago";
    }
}
