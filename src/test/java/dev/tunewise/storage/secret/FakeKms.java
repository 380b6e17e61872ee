package dev.tunewise.storage.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A key management service within the process: keys that follow from their address, a list of those who may come in, and days off. */
public final class FakeKms implements KmsClient {
    static final String SCHEME = "fake-kms://";

    /** Addresses of keys that cannot be reached. */
    static final Set<String> AWAY = ConcurrentHashMap.newKeySet();

    private boolean trusted;

    @Override
    public boolean doesSupport(String uri) {
        return uri.startsWith(SCHEME);
    }

    @Override
    public KmsClient withCredentials(String path) throws GeneralSecurityException {
        trusted = Files.exists(Path.of(path));
        if (!trusted) {
            throw new GeneralSecurityException("no credentials in " + path);
        }
        return this;
    }

    @Override
    public KmsClient withDefaultCredentials() {
        trusted = true;
        return this;
    }

    @Override
    public Aead getAead(String uri) throws GeneralSecurityException {
        if (!trusted || AWAY.contains(uri)) {
            throw new GeneralSecurityException(trusted ? "connection refused" : "who are you?");
        }
        byte[] key = MessageDigest.getInstance("SHA-256").digest(uri.getBytes(StandardCharsets.UTF_8));
        return Keyset.of(List.of(key)).aead();
    }
}
