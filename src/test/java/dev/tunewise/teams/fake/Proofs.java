package dev.tunewise.teams.fake;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What the token server knows of the app: its secret, its certificate, and an identity that it trusts. */
public final class Proofs {
    public static final String IDENTITY = "99999999-8888-7777-6666-555555555555";
    static final String STATEMENT = "statement-of-the-machine";

    private volatile String last = "";

    /** How the app proved itself last. */
    public String last() {
        return last;
    }

    boolean accepts(String form) {
        Map<String, String> fields = Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        if (fields.getOrDefault("client_secret", "").equals("the secret")) {
            last = "secret";
        } else if (fields.getOrDefault("client_assertion", "").equals(STATEMENT)) {
            last = "identity";
        } else if (fields.containsKey("client_assertion") && isSigned(fields.get("client_assertion"))) {
            last = "certificate";
        } else {
            return false;
        }
        return true;
    }

    private static boolean isSigned(String statement) {
        try (InputStream pem = Proofs.class.getResourceAsStream("/teams/certificate.pem")) {
            String text = new String(pem.readAllBytes(), StandardCharsets.US_ASCII);
            var certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new java.io.ByteArrayInputStream(
                            text.substring(text.indexOf("-----BEGIN CERT")).getBytes(StandardCharsets.US_ASCII)));
            SignedJWT jwt = SignedJWT.parse(statement);
            return jwt.verify(new RSASSAVerifier((RSAPublicKey) certificate.getPublicKey()))
                    && Arrays.equals(
                            jwt.getHeader().getX509CertSHA256Thumbprint().decode(),
                            MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()))
                    && jwt.getJWTClaimsSet().getSubject().equals(FakeTeams.APP)
                    && jwt.getJWTClaimsSet().getAudience().getFirst().endsWith("/oauth2/v2.0/token");
        } catch (Exception broken) {
            return false;
        }
    }
}
