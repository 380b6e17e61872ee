package dev.tunewise.app.http;

import dev.tunewise.access.Grants;
import dev.tunewise.access.Identity;
import dev.tunewise.app.signin.SignInWays;
import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.web.form.FormData;
import dev.tunewise.web.form.SafeRedirect;
import dev.tunewise.web.page.PageRenderer;
import dev.tunewise.web.visitor.SecureConnection;
import dev.tunewise.web.visitor.VisitorCookies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Lets browsers in: with an account elsewhere, or with a token. Each sign-in is a session of its own that can be ended by itself. */
@Controller("/sign-in")
record SignInController(
        AccessPolicy access,
        SignInWays ways,
        Grants grants,
        RefusedAttempts attempts,
        AuditTrail audit,
        PageRenderer pages,
        InstantSource clock) {
    static final String COOKIE = "tunewise-access";
    private static final String BEGUN = "tunewise-sign-in";
    private static final Duration LASTS = Duration.ofDays(7);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Get
    HttpResponse<?> page(HttpRequest<?> request, @QueryValue(defaultValue = "/") String next) {
        return access.openTo(request)
                ? HttpResponse.seeOther(URI.create("/"))
                : pages.signIn(request, next, ways.all(), PageRenderer.Refusal.NONE);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> enter(HttpRequest<?> request, @Body String body) {
        FormData form = FormData.parse(body);
        Optional<Grants.Grant> holder = access.holder(form.first("token"));
        if (holder.isEmpty()) {
            attempts.happened(request);
            return pages.signIn(request, form.first("next"), ways.all(), PageRenderer.Refusal.TOKEN);
        }
        return begin(request, holder.get().identity(), holder.get().key(), form.first("next"));
    }

    /** Sends a browser to sign in elsewhere. */
    @Get("/with/{way}")
    HttpResponse<?> begin(HttpRequest<?> request, String way, @QueryValue(defaultValue = "/") String next) {
        return ways.begin(way, SafeRedirect.path(next))
                .<HttpResponse<?>>map(begun ->
                        HttpResponse.seeOther(begun.address()).cookie(keep(request, BEGUN, begun.cookie(), PATIENCE)))
                .orElseGet(() -> pages.signIn(request, next, ways.all(), PageRenderer.Refusal.ISSUER));
    }

    @Get("/return")
    HttpResponse<?> end(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") String code,
            @QueryValue(defaultValue = "") String state) {
        Optional<SignInWays.Returned> returned = request.getCookies()
                .findCookie(cookie(request, BEGUN))
                .flatMap(cookie -> ways.end(cookie.getValue(), Map.of("code", code, "state", state)));
        MutableHttpResponse<?> answer = returned.<MutableHttpResponse<?>>map(
                        who -> begin(request, who.identity(), "", who.next()))
                .orElseGet(() -> pages.signIn(request, "/", ways.all(), PageRenderer.Refusal.ACCOUNT));
        return answer.cookie(keep(request, BEGUN, "", Duration.ZERO));
    }

    @Post("/out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> leave(HttpRequest<?> request) {
        request.getCookies()
                .findCookie(cookie(request, COOKIE))
                .ifPresent(cookie -> grants.end(Grants.Kind.SESSION, cookie.getValue()));
        return HttpResponse.seeOther(URI.create("/sign-in")).cookie(keep(request, COOKIE, "", Duration.ZERO));
    }

    private MutableHttpResponse<?> begin(HttpRequest<?> request, Identity identity, String basis, String next) {
        String secret = grants.issue(
                Grants.Kind.SESSION, identity, basis, clock.instant().plus(LASTS));
        audit.note(new AuditTrail.Event(
                clock.instant(),
                identity.id(),
                AuditTrail.Action.SIGNED_IN,
                "service",
                identity.role().word()));
        return HttpResponse.seeOther(URI.create(SafeRedirect.path(next))).cookie(keep(request, COOKIE, secret, LASTS));
    }

    /** Its name over HTTPS has a prefix with which no neighbour in our domain can set it, to sign somebody in as themselves. */
    static String cookie(HttpRequest<?> request, String name) {
        return SecureConnection.is(request) ? "__Host-" + name : name;
    }

    private static Cookie keep(HttpRequest<?> request, String name, String value, Duration lasts) {
        return VisitorCookies.keep(Cookie.of(cookie(request, name), value), request, lasts);
    }
}
