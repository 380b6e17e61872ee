package dev.tunewise.slack.install;

import dev.tunewise.slack.render.SlackPhrases;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two pages of an install: the way to Slack and the way back. */
@Controller("/slack")
@Requires(beans = OAuthInstall.class)
record OAuthController(OAuthInstall install, OAuthStates states) {
    private static final String COOKIE = "tunewise-slack-state";

    @Get("/install")
    MutableHttpResponse<?> begin(HttpRequest<?> request) {
        String state = states.begin();
        // Lax, because the browser comes back from Slack by a link; nothing but a top-level visit carries it.
        Cookie cookie = Cookie.of(COOKIE, state)
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite(SameSite.Lax)
                .maxAge(OAuthStates.LIFE)
                .path("/slack");
        return HttpResponse.temporaryRedirect(URI.create(install.page(state)))
                .cookie(cookie)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Get("/oauth_redirect")
    MutableHttpResponse<String> end(
            HttpRequest<?> request,
            @QueryValue @Nullable String code,
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String error) {
        String browser =
                request.getCookies().findCookie(COOKIE).map(Cookie::getValue).orElse(null);
        if (!states.end(state, browser)) {
            return page(400, SlackPhrases.INSTALL_NOT_BEGUN, true);
        }
        if (error != null || code == null) {
            return page(200, SlackPhrases.INSTALL_CANCELLED, true);
        }
        Optional<String> workspace = install.complete(code);
        return workspace
                .map(name -> page(200, SlackPhrases.installed(name), false))
                .orElseGet(() -> page(502, SlackPhrases.INSTALL_UNCONFIRMED, true));
    }

    private static boolean isSecure(HttpRequest<?> request) {
        String forwarded = request.getHeaders().get("X-Forwarded-Proto");
        return forwarded == null ? request.isSecure() : forwarded.equals("https");
    }

    private static MutableHttpResponse<String> page(int status, String words, boolean again) {
        String link = again ? "<p><a href=\"/slack/install\">" + SlackPhrases.INSTALL_AGAIN + "</a></p>" : "";
        String html = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Tunewise</title>"
                + "<body style=\"font:16px/1.5 system-ui;max-width:34rem;margin:4rem auto\"><h1>Tunewise</h1><p>"
                + words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>" + link;
        return HttpResponse.<String>status(HttpStatus.valueOf(status))
                .contentType("text/html; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(html);
    }
}
