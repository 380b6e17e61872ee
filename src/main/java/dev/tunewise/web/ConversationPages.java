package dev.tunewise.web;

import dev.tunewise.access.Identity;
import dev.tunewise.chat.Truncate;
import dev.tunewise.chat.VisibleText;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore.Kept;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.web.form.FormData;
import dev.tunewise.web.form.FormSubmission;
import dev.tunewise.web.page.PageContext;
import dev.tunewise.web.page.PageFrame;
import dev.tunewise.web.page.PageModel;
import dev.tunewise.web.page.PageRenderer;
import dev.tunewise.web.thread.SeenPosition;
import dev.tunewise.web.thread.ThreadView;
import dev.tunewise.web.visitor.RandomKeys;
import dev.tunewise.web.visitor.Visitor;
import dev.tunewise.web.visitor.VisitorCookies;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A consultation: its page, what changed since, and what people send. */
@Controller("/c/{id}")
@Produces(MediaType.TEXT_HTML)
record ConversationPages(
        Consultations consultations, PageRenderer pages, VisitorCookies people, RandomKeys keys, InstantSource clock) {
    static final String CHANNEL = "web";
    static final String WORKSPACE = "local";
    private static final int LONGEST_TITLE = 70;

    @Get
    HttpResponse<String> page(HttpRequest<?> request, String id) {
        return find(id).map(talk -> page(HttpStatus.OK, request, talk, new FormSubmission.Refused("", "")))
                .orElseGet(() -> pages.missing(request));
    }

    /** What changed since a page was drawn; nothing when nothing did. */
    @Get("/updates")
    HttpResponse<String> updates(HttpRequest<?> request, String id, @QueryValue String seen) {
        Optional<Conversation> talk = find(id);
        Optional<SeenPosition> since = SeenPosition.parse(seen);
        return talk.isEmpty() || since.isEmpty()
                ? pages.missing(request)
                : update(people.of(request), talk.get(), since.get());
    }

    @Post("/events")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> event(HttpRequest<?> request, String id, @Body String body) {
        Optional<Conversation> found = find(id);
        if (found.isEmpty()) {
            return pages.missing(request);
        }
        FormData form = FormData.parse(body);
        Visitor person = people.of(request);
        FormSubmission sent = FormSubmission.of(form);
        if (sent instanceof FormSubmission.Event(var input, String content)) {
            InboundEvent inbound = new InboundEvent(
                    keys.event(form.first("key"), id + ":" + content),
                    author(request, person, found.get()),
                    clock.instant(),
                    "",
                    input);
            consultations.take(id, inbound);
        }
        Conversation talk = find(id).orElseThrow();
        boolean parts = request.getHeaders().contains("HX-Request");
        return switch (sent) {
            case FormSubmission.Event _
            when parts ->
                update(person, talk, SeenPosition.parse(form.first("seen")).orElse(SeenPosition.NOTHING));
            case FormSubmission.Event _ ->
                HttpResponse.seeOther(URI.create("/c/" + id + "#latest")).cookie(people.idCookie(person, request));
            case FormSubmission.Refused(String problem, var _)
            when parts -> pages.html(HttpStatus.UNPROCESSABLE_ENTITY, "problem", Map.of("problem", problem));
            case FormSubmission.Refused refused -> page(HttpStatus.UNPROCESSABLE_ENTITY, request, talk, refused);
        };
    }

    /** Who signed in is on their own platform who they are there. */
    private static Author author(HttpRequest<?> request, Visitor person, Conversation talk) {
        return request.getAttribute(Identity.ATTRIBUTE, Identity.class)
                .filter(Identity::known)
                .map(identity -> identity.author(talk.address()))
                .orElseGet(() -> new Author(person.id(), person.name()));
    }

    private Optional<Conversation> find(String id) {
        return consultations.find(id);
    }

    private HttpResponse<String> page(
            HttpStatus status, HttpRequest<?> request, Conversation talk, FormSubmission.Refused refused) {
        PageFrame frame = pages.frame(request, title(talk));
        PageModel.Talk page = new PageModel.Talk(
                frame,
                ThreadView.of(talk, consultations.posts(talk.id()), frame.reader()),
                new PageContext(talk.id(), keys.next(), true),
                refused.text(),
                refused.problem());
        return pages.show(status, "talk", page, request);
    }

    private HttpResponse<String> update(Visitor reader, Conversation talk, SeenPosition since) {
        List<Kept> posts = consultations.posts(talk.id());
        ThreadView now = ThreadView.of(talk, posts, reader);
        ThreadView.Changes changes = now.since(ThreadView.at(since, talk, posts, reader));
        if (changes.none() && now.seen().equals(since)) {
            return HttpResponse.<String>noContent().header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return pages.html(
                HttpStatus.OK,
                "update",
                Map.of(
                        "changes",
                        changes,
                        "thread",
                        now,
                        "scene",
                        new PageContext(talk.id(), keys.next(), true),
                        "problem",
                        ""));
    }

    /** The title of the window. */
    private static String title(Conversation talk) {
        String words = talk.entries().stream()
                .map(entry -> switch (entry.input()) {
                    case UserInput.Opened(String text) -> text;
                    case UserInput.Imported imported -> imported.title();
                    case UserInput.Said(String text, boolean _) -> text;
                    case UserInput.Edited(String text, boolean _, var _) -> text;
                    case UserInput.Clicked _, UserInput.Filled _, UserInput.TimeCame _ -> "";
                })
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("Consultation");
        return Truncate.to(VisibleText.of(words).strip().replaceAll("\\s+", " "), LONGEST_TITLE);
    }
}
