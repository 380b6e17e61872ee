package dev.tunewise.app.http;

import dev.tunewise.web.page.PageRenderer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.net.URI;
import java.time.Duration;

/** Lets browsers in that know the access token. */
@Controller("/sign-in")
final class SignInController {
    static final String COOKIE = "tunewise-access";
    private static final Duration A_MONTH = Duration.ofDays(30);

    private final AccessPolicy access;
    private final PageRenderer pages;

    SignInController(AccessPolicy access, PageRenderer pages) {
        this.access = access;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, @QueryValue(defaultValue = "/") String next) {
        return access.open() ? HttpResponse.seeOther(URI.create("/")) : pages.signIn(request, next, false);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> enter(HttpRequest<?> request, @Body String body) {
        PageRenderer.Claim claim = PageRenderer.claim(body);
        if (!access.isToken(claim.token())) {
            return pages.signIn(request, claim.next(), true);
        }
        Cookie pass = Cookie.of(COOKIE, access.pass())
                .path("/")
                .httpOnly(true)
                .secure(PageRenderer.isSecure(request))
                .sameSite(SameSite.Lax)
                .maxAge(A_MONTH);
        return HttpResponse.seeOther(URI.create(claim.next())).cookie(pass);
    }
}
