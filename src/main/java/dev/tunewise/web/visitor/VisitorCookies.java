package dev.tunewise.web.visitor;

import dev.tunewise.access.Identity;
import dev.tunewise.chat.VisibleText;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Knows who sits at a browser, by two cookies: a random id, and the name they gave. */
@Singleton
public record VisitorCookies(RandomKeys keys) {
    private static final String ID = "tunewise-person";
    private static final String NAME = "tunewise-name";
    private static final Duration A_YEAR = Duration.ofDays(365);

    /** The person of a request: who signed in, else whom the cookies tell; a new one gets a new id. */
    public Visitor of(HttpRequest<?> request) {
        Optional<Identity> known =
                request.getAttribute(Identity.ATTRIBUTE, Identity.class).filter(Identity::known);
        if (known.isPresent()) {
            return new Visitor(known.get().id(), known.get().name());
        }
        String id = request.getCookies()
                .findCookie(ID)
                .map(Cookie::getValue)
                .filter(RandomKeys::isKey)
                .orElseGet(keys::next);
        String name = request.getCookies()
                .findCookie(NAME)
                .map(cookie -> named(cookie.getValue()))
                .filter(given -> !given.isEmpty())
                .orElseGet(() -> Visitor.unnamed(id));
        return new Visitor(id, name);
    }

    /** The cookie that keeps the id; who signed in has another one besides. */
    public Cookie idCookie(Visitor person, HttpRequest<?> request) {
        return keep(Cookie.of(ID, person.known() ? keys.next() : person.id()), request, A_YEAR);
    }

    public Cookie nameCookie(String name, HttpRequest<?> request) {
        return keep(Cookie.of(NAME, URLEncoder.encode(tidy(name), StandardCharsets.UTF_8)), request, A_YEAR);
    }

    /** A cookie that scripts cannot read and other sites do not have sent, for so long. */
    public static Cookie keep(Cookie cookie, HttpRequest<?> request, Duration lasts) {
        return cookie.path("/")
                .httpOnly(true)
                .secure(SecureConnection.is(request))
                .sameSite(SameSite.Lax)
                .maxAge(lasts);
    }

    private static String named(String cookie) {
        try {
            return tidy(URLDecoder.decode(cookie, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private static String tidy(String name) {
        String tidy = VisibleText.of(name).strip().replaceAll("\\s+", " ");
        return tidy.length() <= Visitor.LONGEST_NAME
                ? tidy
                : tidy.substring(
                        0,
                        tidy.offsetByCodePoints(
                                0, Math.min(Visitor.LONGEST_NAME, tidy.codePointCount(0, tidy.length()))));
    }
}
