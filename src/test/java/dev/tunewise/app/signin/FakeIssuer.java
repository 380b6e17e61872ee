package dev.tunewise.app.signin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** An OpenID Connect issuer on this machine; what its tokens say, and how they are signed, can be bent. */
final class FakeIssuer implements AutoCloseable {
    static final String CLIENT = "tunewise-client";
    static final String SECRET = "tunewise-client-secret";

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final List<Map<String, Object>> people = new java.util.concurrent.CopyOnWriteArrayList<>();
    private UnaryOperator<JWTClaimsSet.Builder> bend = UnaryOperator.identity();
    private Signing signing = Signing.RIGHT;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    enum Signing {
        RIGHT,
        FOREIGN_KEY,
        SHARED_SECRET,
        NONE
    }

    FakeIssuer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange,
                        200,
                        new ObjectMapper()
                                .writeValueAsString(Map.of(
                                        "issuer", address(),
                                        "authorization_endpoint", address() + "/authorize",
                                        "token_endpoint", address() + "/token",
                                        "jwks_uri", address() + "/keys"))));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    /** It answers nobody until this opens. */
    void hang(CountDownLatch until) {
        gate = until;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What tokens say besides or instead. */
    void bend(UnaryOperator<JWTClaimsSet.Builder> how) {
        bend = how;
    }

    void sign(Signing how) {
        signing = how;
    }

    /** Somebody agrees to sign in at the address where our service sent them; gives where their browser goes back to. */
    String agree(String authorize, Map<String, Object> claims) {
        Map<String, String> asked = form(URI.create(authorize).getRawQuery());
        people.add(claims);
        String code = "code-" + (people.size() - 1);
        codes.put(code, asked);
        return URI.create(asked.get("redirect_uri")).getPath() + "?code=" + code + "&state=" + asked.get("state");
    }

    private void token(HttpExchange exchange) throws IOException {
        try {
            gate.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        boolean good = asked != null
                && CLIENT.equals(form.get("client_id"))
                && SECRET.equals(form.get("client_secret"))
                && asked.get("redirect_uri").equals(form.get("redirect_uri"))
                && asked.get("code_challenge").equals(challenge(form.getOrDefault("code_verifier", "")));
        if (!good) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        Map<String, Object> claims =
                people.get(Integer.parseInt(form.get("code").substring(5)));
        Instant now = Instant.now();
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", asked.get("nonce"));
        claims.forEach(builder::claim);
        try {
            answer(
                    exchange,
                    200,
                    "{\"token_type\":\"Bearer\",\"id_token\":\""
                            + signed(bend.apply(builder).build()) + "\"}");
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(JWTClaimsSet claims) throws JOSEException {
        if (signing == Signing.NONE) {
            return new PlainJWT(claims).serialize();
        }
        boolean shared = signing == Signing.SHARED_SECRET;
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(shared ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256)
                        .keyID("k1")
                        .build(),
                claims);
        token.sign(
                shared
                        ? new MACSigner((SECRET + SECRET).getBytes(StandardCharsets.UTF_8))
                        : new RSASSASigner(
                                signing == Signing.FOREIGN_KEY
                                        ? new RSAKeyGenerator(2048).keyID("k1").generate()
                                        : key));
        return token.serialize();
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
