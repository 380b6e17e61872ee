package dev.tunewise.web.page;

import dev.tunewise.web.form.SafeRedirect;
import dev.tunewise.web.visitor.VisitorCookies;
import io.micronaut.core.io.Writable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.jte.HtmlJteViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Draws pages. A page is drawn whole before its first byte leaves, so a fault never leaves half a page behind. */
@Singleton
public record PageRenderer(HtmlJteViewsRenderer<Map<String, Object>> templates, VisitorCookies people, Assets assets) {
    private static final MediaType HTML = MediaType.of("text/html; charset=utf-8");

    public PageFrame frame(HttpRequest<?> request, String title) {
        return new PageFrame(title, people.of(request), assets);
    }

    public MutableHttpResponse<String> show(
            HttpStatus status, String template, PageModel page, HttpRequest<?> request) {
        return html(status, template, Map.of("page", page)).cookie(people.idCookie(page.reader(), request));
    }

    /** A part of a page, or a page, from any model. */
    public MutableHttpResponse<String> html(HttpStatus status, String template, Map<String, Object> model) {
        return HttpResponse.<String>status(status).contentType(HTML).body(draw(template, model));
    }

    public MutableHttpResponse<String> notice(
            HttpStatus status, HttpRequest<?> request, String headline, String message) {
        return show(status, "notice", new PageModel.Notice(frame(request, headline), headline, message), request);
    }

    public MutableHttpResponse<String> missing(HttpRequest<?> request) {
        return notice(
                HttpStatus.NOT_FOUND,
                request,
                "No such consultation",
                "The address may be cut short, or the consultation was deleted. Start a new one, or choose one from"
                        + " the list.");
    }

    /** Why somebody is on the sign-in page again. */
    public enum Refusal {
        /** They are not. */
        NONE(""),
        TOKEN("That is not the token. Ask whoever runs this service for it."),
        ACCOUNT("That account may not come in, or the sign-in took longer than ten minutes. Try again, or ask whoever"
                + " runs this service."),
        /** The identity provider does not answer. */
        ISSUER("The sign-in service does not answer now. Try again in a moment.");

        private final String words;

        Refusal(String words) {
            this.words = words;
        }
    }

    public MutableHttpResponse<String> signIn(
            HttpRequest<?> request, String next, List<SignInChoice> choices, Refusal refusal) {
        PageModel.SignIn page =
                new PageModel.SignIn(frame(request, "Sign in"), SafeRedirect.path(next), choices, refusal.words);
        return show(refusal == Refusal.NONE ? HttpStatus.OK : HttpStatus.UNAUTHORIZED, "signin", page, request);
    }

    private String draw(String template, Map<String, Object> model) {
        Writable writable = templates.render(template, model, null);
        StringWriter page = new StringWriter();
        try {
            writable.writeTo(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }
}
