package dev.tunewise.storage.secret;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.ConfigurationV0;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import dev.tunewise.storage.document.StorageException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The keys that secrets are encrypted with. The first one encrypts, all of them decrypt, so a key is changed by putting a new one in front. */
public final class SecretKeys {
    private static final int KEY_BYTES = 32;

    private final Supplier<String> configured;

    private SecretKeys(Supplier<String> configured) {
        this.configured = configured;
    }

    /** Keys in base64, joined by commas; checked at once. */
    public static SecretKeys of(String configured) {
        decode(configured);
        return new SecretKeys(() -> configured);
    }

    /** A key in a file beside the database, made when it is first needed. */
    public static SecretKeys beside(Path database) {
        return new SecretKeys(
                () -> KeyFile.readOrCreate(database.resolveSibling(database.getFileName() + ".key"), KEY_BYTES));
    }

    /** No keys: every use is an error that says how to set one. */
    public static SecretKeys none() {
        return new SecretKeys(() -> {
            throw new StorageException("There is no key to keep secrets with."
                    + " Set TUNEWISE_SECRET_KEYS to what `openssl rand -base64 32` prints, the same on every replica.");
        });
    }

    Aead aead() throws GeneralSecurityException {
        KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
        Set<Integer> ids = new LinkedHashSet<>();
        for (byte[] bytes : decode(configured.get())) {
            int id = idOf(bytes);
            if (ids.add(id)) {
                KeysetHandle.Builder.Entry entry =
                        KeysetHandle.importKey(key(bytes, id)).withFixedId(id);
                keyset.addEntry(ids.size() == 1 ? entry.makePrimary() : entry);
            }
        }
        return keyset.build().getPrimitive(ConfigurationV0.get(), Aead.class);
    }

    private static List<byte[]> decode(String configured) {
        return Stream.of(configured.split(","))
                .map(String::strip)
                .map(SecretKeys::decodeOne)
                .toList();
    }

    private static byte[] decodeOne(String text) {
        String remedy = "; expected 32 bytes in base64, as `openssl rand -base64 32` prints them";
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            // The text may be a real key with a typing error: it must not be shown.
            throw new StorageException("A key in TUNEWISE_SECRET_KEYS is not base64" + remedy, null);
        }
        if (bytes.length != KEY_BYTES) {
            throw new StorageException("A key in TUNEWISE_SECRET_KEYS has " + bytes.length + " bytes" + remedy);
        }
        return bytes;
    }

    @AccessesPartialKey
    private static AesGcmKey key(byte[] bytes, int id) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        return AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .setIdRequirement(id)
                .build();
    }

    /** An id that follows from the key, so that every replica writes the same one in front of what it encrypts. */
    private static int idOf(byte[] bytes) throws GeneralSecurityException {
        return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes))
                .getInt();
    }
}
