package dev.tunewise.storage.secret;

import dev.tunewise.storage.document.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys that secrets are encrypted with. The first one encrypts, all of them decrypt, so a key is changed by putting a new one in front. */
public final class SecretKeys {
    static final String KEYS = "TUNEWISE_SECRET_KEYS";
    static final String FILE = "TUNEWISE_SECRET_KEYS_FILE";

    private final String given;
    private final Optional<KeyFile> file;
    private final KmsKeys kms;

    private SecretKeys(String given, Optional<KeyFile> file, KmsKeys kms) {
        this.given = given;
        this.file = file;
        this.kms = kms;
    }

    /**
     * The keys that settings name, checked at once.
     *
     * @param database file of an SQLite database, for a key file beside it where nothing else is set
     * @throws StorageException if they cannot be used, with the reason in one sentence and without showing one
     */
    public static SecretKeys of(KeySettings settings, Optional<Path> database) {
        SecretKeys keys = unread(settings, database);
        if (settings.given()) {
            keys.decode();
        }
        return keys;
    }

    /** As {@link #of}, where a first key may still have to be made. */
    public static SecretKeys unread(KeySettings settings, Optional<Path> database) {
        if (!settings.keys().isBlank() && !settings.file().isBlank()) {
            throw new StorageException("Both " + KEYS + " and " + FILE + " (" + settings.file()
                    + ") are set; expected one of them. Move the keys into the file, one a line, and unset the other.");
        }
        Optional<KeyFile> file = settings.given()
                ? Optional.of(settings.file())
                        .filter(name -> !name.isBlank())
                        .map(name -> new KeyFile(Path.of(name), false))
                : database.map(path -> new KeyFile(path.resolveSibling(path.getFileName() + ".key"), true));
        return new SecretKeys(settings.keys(), file, new KmsKeys(settings.kmsUri(), settings.kmsCredentials()));
    }

    /** Whether there are any, or will be when they are first needed. */
    public boolean any() {
        return file.isPresent() || !given.isBlank();
    }

    /** The file that is to hold them, where it is not there. */
    public Optional<Path> missing() {
        return file.map(KeyFile::path).filter(path -> !Files.exists(path));
    }

    Keyset load() {
        return Keyset.of(decode());
    }

    /** Changes when the keys may have. */
    String stamp() {
        return file.map(KeyFile::stamp).orElse("");
    }

    String place() {
        return file.map(known -> "the key file " + known.path()).orElse(KEYS);
    }

    /**
     * Puts a new key in front of the file; whoever has it open takes it up.
     *
     * @return its name, or nothing where there is no file to write into
     */
    public Optional<String> rotate() {
        return file.map(known -> {
            byte[] fresh = random();
            List<String> entries = new ArrayList<>(List.of(kms.write(fresh)));
            if (Files.exists(known.path())) {
                decode();
                entries.addAll(entries());
            }
            known.replace(entries);
            return Keyset.nameOf(fresh);
        });
    }

    /** A new key as it is written down, for places that are not ours to write. */
    public String fresh() {
        return kms.write(random());
    }

    /**
     * Takes a key out of the file.
     *
     * @return whether there is a file that it was taken out of
     */
    public boolean remove(String name) {
        file.ifPresent(known -> known.replace(entries().stream()
                .filter(entry -> !Keyset.nameOf(decodeOne(entry)).equals(name))
                .toList()));
        return file.isPresent();
    }

    public static byte[] random() {
        byte[] key = new byte[Keyset.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private List<String> entries() {
        if (!any()) {
            throw new StorageException("There is no key to keep secrets with. Set " + KEYS
                    + " to what `openssl rand -base64 32` prints, the same on every replica, or " + FILE
                    + " to a file with it.");
        }
        return Stream.of(file.map(known -> known.read(kms)).orElse(given).split("[,\\n]"))
                .map(String::strip)
                .filter(entry -> file.isEmpty() || !(entry.isEmpty() || entry.startsWith("#")))
                .toList();
    }

    private List<byte[]> decode() {
        List<byte[]> keys = entries().stream().map(this::decodeOne).toList();
        if (keys.isEmpty()) {
            throw new StorageException("There is no key in " + place()
                    + "; expected at least one line with 32 bytes in base64." + " `tunewise keys rotate` writes one.");
        }
        return keys;
    }

    private byte[] decodeOne(String entry) {
        String remedy = "; expected 32 bytes in base64, as `openssl rand -base64 32` prints them";
        byte[] bytes;
        try {
            bytes = entry.startsWith(KmsKeys.MARK)
                    ? kms.read(entry)
                    : Base64.getDecoder().decode(entry);
        } catch (IllegalArgumentException e) {
            // The text may be a real key with a typing error: it must not be shown.
            throw new StorageException("A key in " + place() + " is not base64" + remedy, null);
        }
        if (bytes.length != Keyset.KEY_BYTES) {
            throw new StorageException("A key in " + place() + " has " + bytes.length + " bytes" + remedy);
        }
        return bytes;
    }
}
