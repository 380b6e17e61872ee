package dev.tunewise.app.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tunewise.channel.FormText;
import dev.tunewise.channel.HttpCalls;
import dev.tunewise.channel.JsonText;
import dev.tunewise.channel.MonotonicClock;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The code flow of OpenID Connect with PKCE: where to send a browser, and what to believe of what it brings back. */
@Singleton
final class OidcClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration SKEW = Duration.ofSeconds(60);

    /** Signed with a key of the issuer's own; never with our secret, and never not at all. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final OidcSettings settings;
    private final InstantSource clock;
    private final InstantSource waits;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, Metadata> known = new ConcurrentHashMap<>();

    /** Strangers make us ask: an issuer that hangs must not hold every thread that answers requests. */
    private final Semaphore asking = new Semaphore(8);

    private record Metadata(JsonNode document, JWKSet keys, Instant at) {}

    /** Why somebody could not sign in, for the log; never holds what a stranger sent. */
    static final class NotSignedIn extends Exception {
        NotSignedIn(String reason) {
            super(reason);
        }
    }

    OidcClient(OidcSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.waits = new MonotonicClock(clock);
    }

    URI authorize(OidcSettings.Issuer issuer, OidcState state) throws NotSignedIn {
        return URI.create(metadata(issuer, false)
                        .document()
                        .path("authorization_endpoint")
                        .asText() + "?"
                + FormText.write(Map.of(
                        "response_type", "code",
                        "scope", "openid profile email",
                        "client_id", issuer.clientId(),
                        "redirect_uri", back(),
                        "state", state.state(),
                        "nonce", state.nonce(),
                        "code_challenge", state.challenge(),
                        "code_challenge_method", "S256")));
    }

    private String back() {
        return settings.publicUrl() + "/sign-in/return";
    }

    /** The claims about somebody who came back with a code. */
    Map<String, Object> claims(OidcSettings.Issuer issuer, OidcState state, String code) throws NotSignedIn {
        String endpoint =
                metadata(issuer, false).document().path("token_endpoint").asText();
        String body = FormText.write(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", back(),
                "client_id", issuer.clientId(),
                "client_secret", issuer.clientSecret(),
                "code_verifier", state.verifier()));
        JsonNode answer = json(HttpRequest.newBuilder(URI.create(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        return verified(issuer, answer.path("id_token").asText(""), state.nonce());
    }

    private Map<String, Object> verified(OidcSettings.Issuer issuer, String text, String nonce) throws NotSignedIn {
        try {
            SignedJWT token = SignedJWT.parse(text);
            if (!ALGORITHMS.contains(token.getHeader().getAlgorithm())) {
                throw new NotSignedIn("the token is signed in a way that is not taken");
            }
            JWK key = key(issuer, String.valueOf(token.getHeader().getKeyID()))
                    .orElseThrow(() -> new NotSignedIn("the token is signed with an unknown key"));
            if (!(key instanceof AsymmetricJWK asymmetric)
                    || !token.verify(new DefaultJWSVerifierFactory()
                            .createJWSVerifier(token.getHeader(), asymmetric.toPublicKey()))) {
                throw new NotSignedIn("the signature of the token is wrong");
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            Optional<String> objection = objection(issuer, claims, nonce);
            if (objection.isPresent()) {
                throw new NotSignedIn(objection.get());
            }
            return claims.getClaims();
        } catch (ParseException | JOSEException | IllegalArgumentException broken) {
            throw new NotSignedIn("the issuer sent no readable token");
        }
    }

    private Optional<String> objection(OidcSettings.Issuer issuer, JWTClaimsSet claims, String nonce)
            throws ParseException {
        Instant now = clock.instant();
        Date ends = claims.getExpirationTime();
        Date begins = claims.getNotBeforeTime();
        String party = claims.getStringClaim("azp");
        if (!issuer.issuer().equals(claims.getIssuer())) {
            return Optional.of("the token names another issuer");
        }
        if (!claims.getAudience().contains(issuer.clientId())
                || (claims.getAudience().size() > 1 && !issuer.clientId().equals(party))) {
            return Optional.of("the token is meant for another service");
        }
        if (ends == null || now.isAfter(ends.toInstant().plus(SKEW))) {
            return Optional.of("the token has expired");
        }
        if (begins != null && now.isBefore(begins.toInstant().minus(SKEW))) {
            return Optional.of("the token is not valid yet");
        }
        return nonce.equals(claims.getStringClaim("nonce"))
                ? Optional.empty()
                : Optional.of("the token answers another request");
    }

    private Optional<JWK> key(OidcSettings.Issuer issuer, String id) throws NotSignedIn {
        Optional<JWK> here = Optional.ofNullable(metadata(issuer, false).keys().getKeyByKeyId(id));
        return here.isPresent()
                ? here
                : Optional.ofNullable(metadata(issuer, true).keys().getKeyByKeyId(id));
    }

    /** What the issuer says about itself; read again after an hour, or after a minute where a key is missing. */
    private Metadata metadata(OidcSettings.Issuer issuer, boolean keyMissing) throws NotSignedIn {
        Metadata last = known.get(issuer.name());
        Duration age = keyMissing ? Duration.ofMinutes(1) : FRESH;
        if (last != null && waits.instant().isBefore(last.at().plus(age))) {
            return last;
        }
        JsonNode document = json(HttpRequest.newBuilder(
                URI.create(issuer.issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration")));
        if (!document.path("issuer").asText().equals(issuer.issuer())) {
            throw new NotSignedIn("the identity provider at " + issuer.issuer() + " calls itself something else");
        }
        try {
            JWKSet keys = JWKSet.parse(json(HttpRequest.newBuilder(
                            URI.create(document.path("jwks_uri").asText())))
                    .toString());
            Metadata fresh = new Metadata(document, keys, waits.instant());
            known.put(issuer.name(), fresh);
            return fresh;
        } catch (ParseException | IllegalArgumentException broken) {
            throw new NotSignedIn("the keys of " + issuer.issuer() + " are not readable");
        }
    }

    private JsonNode json(HttpRequest.Builder request) throws NotSignedIn {
        HttpRequest ready =
                request.timeout(PATIENCE).header("Accept", "application/json").build();
        if (!asking.tryAcquire()) {
            throw new NotSignedIn("too many sign-ins wait for " + ready.uri().getHost());
        }
        try {
            HttpResponse<String> response = HttpCalls.send(http, ready);
            JsonNode document = JsonText.read(response.body());
            if (response.statusCode() != 200 || !document.isObject()) {
                throw new NotSignedIn(ready.uri().getHost() + " answered " + response.statusCode()
                        + (document.isObject() ? "" : " and no JSON"));
            }
            return document;
        } catch (IOException unreachable) {
            throw new NotSignedIn(ready.uri().getHost() + " could not be reached or understood");
        } finally {
            asking.release();
        }
    }
}
