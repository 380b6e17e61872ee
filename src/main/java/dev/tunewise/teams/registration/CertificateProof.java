package dev.tunewise.teams.registration;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proves who we are with a statement signed by the key of a certificate that is uploaded to the registration; nothing secret leaves the machine. */
public final class CertificateProof implements ClientCredentials.Proof {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.+?)-----END PRIVATE KEY-----", Pattern.DOTALL);
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", Pattern.DOTALL);

    private final PrivateKey key;
    private final Base64URL thumbprint;
    private final TeamsSettings settings;
    private final InstantSource clock;

    private CertificateProof(PrivateKey key, Certificate certificate, TeamsSettings settings, InstantSource clock)
            throws GeneralSecurityException {
        this.key = key;
        this.thumbprint = Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Reads the file that `tunewise.teams.certificate` names.
     *
     * @throws IllegalArgumentException with the remedy when it cannot be used
     */
    public static CertificateProof of(TeamsSettings settings, InstantSource clock) {
        String file = settings.certificate();
        try {
            String pem = Files.readString(Path.of(file), StandardCharsets.US_ASCII);
            Matcher key = KEY.matcher(pem);
            Matcher certificate = CERTIFICATE.matcher(pem);
            if (!key.find() || !certificate.find()) {
                throw unusable(file, "holds no unencrypted private key (PKCS#8) beside a certificate");
            }
            byte[] encoded = Base64.getMimeDecoder().decode(key.group(1));
            return new CertificateProof(
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)),
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new java.io.ByteArrayInputStream(
                                    certificate.group().getBytes(StandardCharsets.US_ASCII))),
                    settings,
                    clock);
        } catch (IOException | java.nio.file.InvalidPathException unreadable) {
            throw unusable(file, "cannot be read");
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw broken.getMessage() != null && broken.getMessage().startsWith("tunewise.")
                    ? new IllegalArgumentException(broken.getMessage())
                    : unusable(file, "is no RSA key with an X.509 certificate");
        }
    }

    private static IllegalArgumentException unusable(String file, String why) {
        return new IllegalArgumentException("tunewise.teams.certificate is \"" + file + "\", which " + why
                + "; expected a PEM file with both, as `cat key.pem certificate.pem` makes it.");
    }

    @Override
    public Map<String, String> fields() throws AccessTokens.TokenException {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .audience(settings.tokenEndpoint().toString())
                .issuer(settings.appId())
                .subject(settings.appId())
                .jwtID(UUID.randomUUID().toString())
                .notBeforeTime(Date.from(now))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(GOOD_FOR)))
                .build();
        SignedJWT statement = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.PS256)
                        .x509CertSHA256Thumbprint(thumbprint)
                        .build(),
                claims);
        try {
            statement.sign(new RSASSASigner(key));
        } catch (JOSEException unsigned) {
            throw new AccessTokens.TokenException(
                    "The key of tunewise.teams.certificate does not sign: " + unsigned.getMessage());
        }
        return ClientCredentials.Proof.assertion(statement.serialize());
    }

    @Override
    public String setting() {
        return "certificate";
    }
}
