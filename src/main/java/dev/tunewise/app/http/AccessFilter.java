package dev.tunewise.app.http;

import dev.tunewise.access.Grants;
import dev.tunewise.access.Identity;
import dev.tunewise.access.Role;
import dev.tunewise.access.Visibility;
import dev.tunewise.api.problem.ProblemDetail;
import dev.tunewise.api.problem.ProblemResponses;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.session.quota.QuotaExceeded;
import dev.tunewise.session.quota.Quotas;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.web.page.PageRenderer;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests in or not: the one place where every route is judged. Without a token or sign-in it takes only requests that name this machine, so
 * that a page elsewhere cannot reach us through a name that it controls; and nothing may be changed on behalf of another site.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
record AccessFilter(
        AccessPolicy access,
        Visibility visibility,
        ConversationStore store,
        RefusedAttempts attempts,
        AccessAudit audit,
        PageRenderer pages,
        Quotas quotas,
        CommandReplies replies) {
    /** Open to all, since they show nothing, or check for themselves. */
    private static final Set<String> PUBLIC = Set.of("/health", "/webjars", "/assets", "/sign-in", "/slack", "/teams");

    /** Places that platforms call; they come with signatures, not from browsers. */
    private static final Set<String> PLATFORMS = Set.of("/slack", "/teams", "/api/messages");

    /** Requests are counted over all doors of HTTP together. */
    private static final Address HTTP = Address.local("http", "");

    private static final String BEARER = "Bearer ";

    /** What tells of the service as a whole, for whoever runs it. */
    private static final Set<String> OPERATORS = Set.of("/prometheus");

    /** What changes consultations; everything else only reads or computes. */
    private static final Set<String> CONSULTATIONS = Set.of("/c", "/api/conversations");

    /** Where a person begins a consultation; programs may begin many. */
    private static final Set<String> BEGINNINGS = Set.of("/c", "/c/import");

    /** Every route with this variable is about one consultation. */
    private static final String CONVERSATION = "id";

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        boolean platform = under(PLATFORMS, request.getPath());
        if (platform ? access.unsignedPlatform() : access.open()) {
            Optional<String> doubt = LocalRequests.doubt(request);
            if (doubt.isPresent() && (platform || !access.tokensMade())) {
                return refuse(
                        request,
                        HttpStatus.MISDIRECTED_REQUEST,
                        doubt.get()
                                + " To reach it from elsewhere, set an access token (TUNEWISE_API_TOKEN) or make one"
                                + " (tunewise access create), and show it.");
            }
        }
        if (platform) {
            return null;
        }
        if (isFromElsewhere(request)) {
            return refuse(request, HttpStatus.FORBIDDEN, "A page of another site may not send this.");
        }
        Optional<Identity> identity = access.openTo(request) ? Optional.of(Identity.LOCAL) : identify(request);
        identity.ifPresent(
                known -> request.setAttribute(Identity.ATTRIBUTE, known).setAttribute(HttpAttributes.PRINCIPAL, known));
        if (under(PUBLIC, request.getPath())) {
            return null;
        }
        return identity.isPresent() ? judge(request, identity.get()) : askWho(request);
    }

    private HttpResponse<?> askWho(HttpRequest<?> request) {
        if (access.closed() && bearer(request).isEmpty()) {
            return refuse(
                    request,
                    HttpStatus.FORBIDDEN,
                    "The web pages and the API are closed: others can reach this service, and no access token is set"
                            + " (TUNEWISE_API_TOKEN).");
        }
        return request.getPath().startsWith("/api") || request.getMethod() != HttpMethod.GET
                ? refuse(request, HttpStatus.UNAUTHORIZED, "Show an access token: Authorization: Bearer <token>.")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tunewise\"")
                : HttpResponse.seeOther(
                        URI.create("/sign-in?next=" + URLEncoder.encode(request.getPath(), StandardCharsets.UTF_8)));
    }

    /** Whether somebody may do this, and see what it is about. What they may not see is as if it were not there. */
    private @Nullable HttpResponse<?> judge(HttpRequest<?> request, Identity identity) {
        boolean changes = request.getMethod() != HttpMethod.GET && request.getMethod() != HttpMethod.HEAD;
        boolean operators = under(OPERATORS, request.getPath());
        Role needed =
                operators ? Role.ADMIN : changes && under(CONSULTATIONS, request.getPath()) ? Role.MEMBER : Role.READER;
        if (!identity.role().includes(needed)) {
            return refuse(
                    request,
                    HttpStatus.FORBIDDEN,
                    (operators
                                    ? "This is for whoever runs the service: it needs"
                                    : "You may read here. To take part you need")
                            + " the role " + needed.word() + "; ask whoever runs this.");
        }
        Optional<String> conversation = RouteAttributes.getRouteMatch(request)
                .map(match -> match.getVariableValues().get(CONVERSATION))
                .map(String::valueOf);
        if (identity.known() && conversation.isPresent()) {
            boolean visible = store.address(conversation.get())
                    .filter(address -> visibility.sees(identity, address))
                    .isPresent();
            if (!visible) {
                return request.getPath().startsWith("/api")
                        ? ProblemResponses.answer(ProblemDetail.unknownConversation(conversation.get()))
                        : pages.missing(request);
            }
        }
        if (changes
                && conversation.isEmpty()
                && under(CONSULTATIONS, request.getPath())
                && !visibility.sees(identity, HTTP)) {
            return refuse(
                    request,
                    HttpStatus.FORBIDDEN,
                    "What begins here would be out of your sight: that needs the scope local; ask whoever runs this.");
        }
        if (identity.known()) {
            try {
                quotas.check(Quotas.Kind.REQUEST, "", HTTP, identity.id());
                if (changes && BEGINNINGS.contains(request.getPath())) {
                    quotas.check(Quotas.Kind.OPENING, "", Address.local("http", identity.id()), identity.id());
                }
            } catch (QuotaExceeded over) {
                return refuse(
                                request,
                                HttpStatus.TOO_MANY_REQUESTS,
                                over.refused().notice(replies).plain())
                        .header(
                                HttpHeaders.RETRY_AFTER,
                                String.valueOf(over.refused().seconds()));
            }
        }
        audit.note(identity, request, conversation);
        return null;
    }

    private Optional<Identity> identify(HttpRequest<?> request) {
        Optional<String> shown = bearer(request);
        if (shown.isPresent()) {
            Optional<Identity> holder = access.holder(shown.get()).map(Grants.Grant::identity);
            if (holder.isEmpty()) {
                attempts.happened(request);
            }
            return holder;
        }
        return request.getCookies()
                .findCookie(SignInController.cookie(request, SignInController.COOKIE))
                .map(Cookie::getValue)
                .flatMap(access::session);
    }

    private static Optional<String> bearer(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
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
