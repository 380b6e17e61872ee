package dev.tunewise.teams.registration;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proves who we are with a statement signed by the key of a certificate that is uploaded to the registration; nothing secret leaves the machine. */
public final class CertificateProof {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.+?)-----END PRIVATE KEY-----", Pattern.DOTALL);

    private CertificateProof() {}

    /**
     * Reads the file that `tunewise.teams.certificate` names.
     *
     * @throws IllegalArgumentException with the remedy when it cannot be used
     */
    public static ClientCredentials.Proof of(TeamsSettings settings, InstantSource clock) {
        String file = settings.certificate();
        String pem;
        try {
            pem = Files.readString(Path.of(file), StandardCharsets.US_ASCII);
        } catch (IOException | InvalidPathException unreadable) {
            throw unusable(file, "cannot be read");
        }
        Matcher found = KEY.matcher(pem);
        if (!found.find() || !pem.contains(X509CertUtils.PEM_BEGIN_MARKER)) {
            throw unusable(file, "holds no unencrypted private key (PKCS#8) beside a certificate");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(found.group(1));
            PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.PS256)
                    .x509CertSHA256Thumbprint(
                            X509CertUtils.computeSHA256Thumbprint(X509CertUtils.parseWithException(pem)))
                    .build();
            return new ClientCredentials.Proof(
                    "certificate",
                    () -> ClientCredentials.Proof.assertion(signed(header, key, settings, clock.instant())));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw unusable(file, "is no RSA key with an X.509 certificate");
        }
    }

    private static IllegalArgumentException unusable(String file, String why) {
        return new IllegalArgumentException("tunewise.teams.certificate is \"" + file + "\", which " + why
                + "; expected a PEM file with both, as `cat key.pem certificate.pem` makes it.");
    }

    private static String signed(JWSHeader header, PrivateKey key, TeamsSettings settings, Instant now)
            throws AccessTokens.TokenException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .audience(settings.tokenEndpoint().toString())
                .issuer(settings.appId())
                .subject(settings.appId())
                .jwtID(UUID.randomUUID().toString())
                .notBeforeTime(Date.from(now))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(GOOD_FOR)))
                .build();
        SignedJWT statement = new SignedJWT(header, claims);
        try {
            statement.sign(new RSASSASigner(key));
        } catch (JOSEException unsigned) {
            throw new AccessTokens.TokenException(
                    "The key of tunewise.teams.certificate does not sign: " + unsigned.getMessage());
        }
        return statement.serialize();
    }
}
