package dev.tunewise.teams.receive;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tunewise.teams.client.ServiceUrls;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a request comes from the Bot Framework and is meant for this bot.
 *
 * @param appId id of our bot, the audience of every token meant for us
 * @param issuer who issues them, for the public cloud `https://api.botframework.com`
 */
public record TeamsRequestVerifier(String appId, String issuer, PublishedKeys keys, InstantSource clock) {
    /** Clocks may differ by so much. */
    static final Duration SKEW = Duration.ofSeconds(300);

    private static final String BEARER = "Bearer ";

    /**
     * Why a request is refused, for the log; empty when it is genuine. It repeats nothing that a stranger sent.
     *
     * @param authorization the header, or null when there is none
     */
    Optional<String> refusal(@Nullable String authorization, String channelId, String serviceUrl) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of("no bearer token");
        }
        try {
            return refusal(
                    SignedJWT.parse(authorization.substring(BEARER.length()).strip()), channelId, serviceUrl);
        } catch (ParseException | JOSEException | IllegalArgumentException broken) {
            return Optional.of("not a signed token");
        }
    }

    private Optional<String> refusal(SignedJWT token, String channelId, String serviceUrl)
            throws ParseException, JOSEException {
        if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
            return Optional.of("another algorithm than RS256");
        }
        String keyId = token.getHeader().getKeyID();
        Optional<PublishedKeys.SigningKey> key = keyId == null ? Optional.empty() : keys.find(keyId);
        if (key.isEmpty()) {
            return Optional.of("unknown key");
        }
        if (!token.verify(new RSASSAVerifier(key.get().key()))) {
            return Optional.of("wrong signature");
        }
        if (!key.get().endorsements().contains(channelId)) {
            return Optional.of("key not endorsed for this channel");
        }
        return refusal(token.getJWTClaimsSet(), serviceUrl);
    }

    private Optional<String> refusal(JWTClaimsSet claims, String serviceUrl) throws ParseException {
        if (!issuer.equals(claims.getIssuer())) {
            return Optional.of("wrong issuer");
        }
        if (!List.of(appId).equals(claims.getAudience())) {
            return Optional.of("wrong audience");
        }
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        if (expires == null || now.isAfter(expires.toInstant().plus(SKEW))) {
            return Optional.of("expired");
        }
        Date notBefore = claims.getNotBeforeTime();
        if (notBefore != null && now.isBefore(notBefore.toInstant().minus(SKEW))) {
            return Optional.of("not valid yet");
        }
        String claimed = claims.getStringClaim("serviceurl");
        if (claimed == null || !ServiceUrls.normalised(claimed).equals(ServiceUrls.normalised(serviceUrl))) {
            return Optional.of("service URL of the token and of the activity differ");
        }
        return Optional.empty();
    }
}
