package dev.tunewise.app.http;

import dev.tunewise.api.problem.ProblemResponses;
import dev.tunewise.web.page.PageRenderer;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests in or not. Without a token it takes only requests that name this machine, so that a page elsewhere cannot reach us through a name
 * that it controls; and nothing may be changed on behalf of another site. With a token, programs show it and browsers sign in with it.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AccessFilter {
    /** Open to all, since they show nothing, or check for themselves. */
    private static final Set<String> PUBLIC = Set.of("/health", "/webjars", "/assets", "/sign-in", "/slack", "/teams");

    /** Places that platforms call; they come with signatures, not from browsers. */
    private static final Set<String> PLATFORMS = Set.of("/slack", "/teams", "/api/messages");

    private static final String BEARER = "Bearer ";

    private final AccessPolicy access;
    private final PageRenderer pages;

    AccessFilter(AccessPolicy access, PageRenderer pages) {
        this.access = access;
        this.pages = pages;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        boolean platform = under(PLATFORMS, request.getPath());
        if (platform ? access.unsignedPlatform() : access.open()) {
            Optional<String> doubt = LocalRequests.doubt(request);
            if (doubt.isPresent()) {
                return refuse(
                        request,
                        HttpStatus.MISDIRECTED_REQUEST,
                        doubt.get() + " To reach it from elsewhere, set an access token (TUNEWISE_API_TOKEN).");
            }
        }
        if (platform) {
            return null;
        }
        if (isFromElsewhere(request)) {
            return refuse(request, HttpStatus.FORBIDDEN, "A page of another site may not send this.");
        }
        if (access.open() || under(PUBLIC, request.getPath()) || mayEnter(request)) {
            return null;
        }
        if (access.closed()) {
            return refuse(
                    request,
                    HttpStatus.FORBIDDEN,
                    "The web pages and the API are closed: others can reach this service, and no access token is set"
                            + " (TUNEWISE_API_TOKEN).");
        }
        return request.getPath().startsWith("/api") || request.getMethod() != HttpMethod.GET
                ? refuse(request, HttpStatus.UNAUTHORIZED, "Show the access token: Authorization: Bearer <token>.")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tunewise\"")
                : HttpResponse.seeOther(
                        URI.create("/sign-in?next=" + URLEncoder.encode(request.getPath(), StandardCharsets.UTF_8)));
    }

    private boolean mayEnter(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return access.isToken(header.substring(BEARER.length()).strip());
        }
        return request.getCookies()
                .findCookie(SignInController.COOKIE)
                .map(Cookie::getValue)
                .filter(access::isPass)
                .isPresent();
    }

    /** Whether a browser sends this for a page that is not ours. */
    private static boolean isFromElsewhere(HttpRequest<?> request) {
        HttpMethod method = request.getMethod();
        if (method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS) {
            return false;
        }
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        return origin != null
                && !sameHost(origin, String.valueOf(request.getHeaders().get(HttpHeaders.HOST)));
    }

    private static boolean sameHost(String origin, String host) {
        try {
            URI uri = URI.create(origin);
            return uri.getAuthority() != null && uri.getAuthority().equalsIgnoreCase(host.strip());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean under(Set<String> places, String path) {
        return places.stream().anyMatch(place -> path.equals(place) || path.startsWith(place + "/"));
    }

    private MutableHttpResponse<?> refuse(HttpRequest<?> request, HttpStatus status, String detail) {
        return request.getPath().startsWith("/api")
                ? ProblemResponses.answer(ProblemResponses.ofStatus(status, detail))
                : pages.notice(status, request, "Not allowed", detail);
    }
}
