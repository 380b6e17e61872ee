package dev.tunewise.storage.secret;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.ConfigurationV0;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import dev.tunewise.access.Secrets;
import dev.tunewise.storage.document.StorageException;
import dev.tunewise.storage.document.WordKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Keys as they were read at one moment.
 *
 * @param names of the keys, the one that encrypts first
 * @param aead encrypts with the first, decrypts with all
 * @param words what hides words for a search, in the same order
 */
record Keyset(List<String> names, Aead aead, List<WordKey> words) {
    static final int KEY_BYTES = 32;

    /** Every ciphertext begins with a version and the id of its key; so many characters of its base64 say both, but for 4 bits of the id. */
    static final int PREFIX = 6;

    static Keyset of(List<byte[]> keys) {
        try {
            KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
            List<String> names = new ArrayList<>();
            List<WordKey> words = new ArrayList<>();
            for (byte[] bytes : keys) {
                int id = idOf(bytes);
                if (!names.contains(name(id))) {
                    KeysetHandle.Builder.Entry entry =
                            KeysetHandle.importKey(key(bytes, id)).withFixedId(id);
                    keyset.addEntry(names.isEmpty() ? entry.makePrimary() : entry);
                    names.add(name(id));
                    words.add(WordKey.of(name(id), bytes));
                }
            }
            return new Keyset(
                    List.copyOf(names),
                    keyset.build().getPrimitive(ConfigurationV0.get(), Aead.class),
                    List.copyOf(words));
        } catch (GeneralSecurityException impossible) {
            throw new StorageException("The keys cannot be used: " + impossible.getMessage(), impossible);
        }
    }

    /** The name of the key that made a ciphertext in base64, from its first characters. */
    static String nameIn(String closed) {
        try {
            return HexFormat.of()
                    .formatHex(Base64.getDecoder().decode(closed.substring(0, PREFIX) + "A="))
                    .substring(2, 9);
        } catch (IllegalArgumentException | IndexOutOfBoundsException garbled) {
            return "";
        }
    }

    /** How what a key encrypts begins in base64. */
    static String prefix(String name) {
        byte[] start = HexFormat.of().parseHex("01" + name + "0");
        return Base64.getEncoder().encodeToString(start).substring(0, PREFIX);
    }

    /** What a key is called where people see it: it follows from the key and does not tell it. */
    static String nameOf(byte[] key) {
        return name(idOf(key));
    }

    private static String name(int id) {
        return HexFormat.of().toHexDigits(id).substring(0, 7);
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
    private static int idOf(byte[] bytes) {
        return ByteBuffer.wrap(Secrets.sha256(bytes)).getInt();
    }
}
