package dev.tunewise.teams.fake;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keys with which the Bot Framework of the tests signs, and the document that publishes them. */
public final class Keys {
    // Made once for all tests: a key takes a second or more on a busy machine.
    private static final RSAKey TEAMS = generate("teams-key");
    private static final RSAKey WEBCHAT = generate("webchat-key");
    private static final RSAKey STRANGER = generate("stranger-key");

    private static RSAKey generate(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The published document. */
    public String document() {
        Map<RSAKey, String> published = Map.of(TEAMS, "[\"msteams\",\"skype\"]", WEBCHAT, "[\"webchat\"]");
        return published.entrySet().stream()
                .map(key -> {
                    String json = key.getKey().toPublicJWK().toJSONString();
                    return json.substring(0, json.length() - 1) + ",\"endorsements\":" + key.getValue() + "}";
                })
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    /** Signed by a published key that speaks for Teams. */
    public String signed(JWTClaimsSet claims) {
        return signed(claims, TEAMS, "teams-key");
    }

    /** Signed by a published key that does not speak for Teams. */
    public String signedForWebchat(JWTClaimsSet claims) {
        return signed(claims, WEBCHAT, "webchat-key");
    }

    /** Signed by a key that nobody published. */
    public String signedByStranger(JWTClaimsSet claims) {
        return signed(claims, STRANGER, "stranger-key");
    }

    /** Signed by a stranger who names a published key. */
    public String forged(JWTClaimsSet claims) {
        return signed(claims, STRANGER, "teams-key");
    }

    private static String signed(JWTClaimsSet claims, RSAKey key, String id) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed with the public key as if it were a shared secret. */
    public String hmac(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("teams-key").build(), claims);
            token.sign(new MACSigner(TEAMS.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names of the keys that are published. */
    public List<String> published() {
        return List.of("teams-key", "webchat-key");
    }
}
