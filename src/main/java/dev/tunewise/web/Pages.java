package dev.tunewise.web;

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
import java.util.Map;

/** Draws pages. A page is drawn whole before its first byte leaves, so a fault never leaves half a page behind. */
@Singleton
public final class Pages {
    private static final MediaType HTML = MediaType.of("text/html; charset=utf-8");

    private final HtmlJteViewsRenderer<Map<String, Object>> templates;
    private final People people;
    private final Assets assets;

    Pages(HtmlJteViewsRenderer<Map<String, Object>> templates, People people, Assets assets) {
        this.templates = templates;
        this.people = people;
        this.assets = assets;
    }

    /** A whole page. */
    MutableHttpResponse<String> show(HttpStatus status, String template, Page page, HttpRequest<?> request) {
        return html(status, template, Map.of("page", page)).cookie(people.idCookie(page.reader(), request));
    }

    /** A part of a page, or a page, from any model. */
    MutableHttpResponse<String> html(HttpStatus status, String template, Map<String, Object> model) {
        return HttpResponse.<String>status(status).contentType(HTML).body(draw(template, model));
    }

    /** A page that says one thing. */
    public MutableHttpResponse<String> notice(
            HttpStatus status, HttpRequest<?> request, String headline, String message) {
        return show(
                status, "notice", new Page.Notice(headline, people.of(request), assets, headline, message), request);
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
