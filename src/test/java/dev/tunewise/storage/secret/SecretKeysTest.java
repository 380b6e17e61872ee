package dev.tunewise.storage.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.storage.document.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in files, changed while they are in use, and kept safe by a KMS. */
class SecretKeysTest {
    private static final SecretBox.Label LABEL = new SecretBox.Label("", "", "text", "");
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("elsewhere.keys");
    }

    private SecretKeys inFile(String kms, String credentials) {
        return SecretKeys.of(new KeySettings("", file().toString(), kms, credentials), Optional.empty());
    }

    private static String message(Runnable work) {
        return assertThrows(StorageException.class, work::run).getMessage();
    }

    @Test
    void aKeyLiesInAFileElsewhere() throws IOException {
        String missing = message(() -> inFile("", ""));
        assertTrue(missing.contains(file().toString()) && missing.contains("tunewise keys rotate"), missing);
        Files.writeString(file(), "# nothing yet\n");
        String empty = message(() -> inFile("", ""));
        assertTrue(empty.contains("no key in the key file " + file()), empty);
        Files.writeString(file(), "# the first\n" + KEY + "\n");
        String closed = new SecretBox(inFile("", "")).seal(LABEL, "words");
        assertEquals("words", new SecretBox(SecretKeys.of(KeySettings.of(KEY), Optional.empty())).open(LABEL, closed));
    }

    @Test
    void keysAndAFileOfKeysAreOneTooMany() {
        String both = message(() -> SecretKeys.of(new KeySettings(KEY, "x.keys", "", ""), Optional.empty()));
        assertTrue(both.contains("TUNEWISE_SECRET_KEYS_FILE (x.keys)") && both.contains("one of them"), both);
    }

    @Test
    void whoeverHasTheFileOpenTakesUpANewKey() throws IOException {
        Files.writeString(file(), KEY + "\n");
        SecretBox box = new SecretBox(inFile("", ""));
        SecretBox other = new SecretBox(inFile("", ""));
        String before = box.seal(LABEL, "before");
        String fresh = inFile("", "").rotate().orElseThrow();
        assertEquals(fresh, box.names().getFirst());
        String after = box.seal(LABEL, "after");
        assertEquals(fresh, SecretBox.nameIn(after));
        assertTrue(after.startsWith(box.prefix()) && !before.startsWith(box.prefix()));
        assertEquals("before", other.open(LABEL, before));
        assertEquals("after", other.open(LABEL, after));
    }

    @Test
    void aFileThatBreaksWhileItIsInUseChangesNothing() throws IOException {
        Files.writeString(file(), KEY + "\n");
        SecretBox box = new SecretBox(inFile("", ""));
        String closed = box.seal(LABEL, "words");
        Files.writeString(file(), "half a k");
        assertEquals("words", box.open(LABEL, closed));
        Files.delete(file());
        assertEquals("words", box.open(LABEL, closed));
    }

    @Test
    void aKmsKeepsTheKeysSafe() throws IOException {
        String uri = FakeKms.SCHEME + "one";
        SecretKeys keys = SecretKeys.unread(new KeySettings("", file().toString(), uri, ""), Optional.empty());
        String first = keys.rotate().orElseThrow();
        assertTrue(Files.readString(file()).startsWith("kms:"), "the file holds nothing that opens without the KMS");
        SecretBox box = new SecretBox(inFile(uri, ""));
        String closed = box.seal(LABEL, "words");
        assertEquals(first, SecretBox.nameIn(closed));
        inFile(uri, "").rotate();
        assertEquals("words", new SecretBox(inFile(uri, "")).open(LABEL, closed), "after a rotation");

        String none = message(() -> inFile("", ""));
        assertTrue(none.contains("TUNEWISE_KMS_KEY_URI"), none);
        String other = message(() -> inFile(FakeKms.SCHEME + "two", ""));
        assertTrue(other.contains("fake-kms://two"), other);
        String stranger =
                message(() -> inFile(uri, folder.resolve("nobody.json").toString()));
        assertTrue(stranger.contains("credentials"), stranger);
        String unknown = message(() -> inFile("gcp-kms://projects/p", ""));
        assertTrue(unknown.contains("tink-gcpkms") && unknown.contains("FakeKms"), unknown);

        FakeKms.AWAY.add(uri);
        try {
            String away = message(() -> inFile(uri, ""));
            assertTrue(away.contains("connection refused") && away.contains(uri), away);
            assertEquals("words", box.open(LABEL, closed), "who has the key goes on");
        } finally {
            FakeKms.AWAY.remove(uri);
        }
    }

    @Test
    void keysOfBeforeTheKmsStayBesideItsOwn() throws IOException {
        Files.writeString(file(), KEY + "\n");
        String closed = new SecretBox(inFile("", "")).seal(LABEL, "words");
        String uri = FakeKms.SCHEME + "one";
        inFile(uri, "").rotate();
        SecretBox both = new SecretBox(inFile(uri, ""));
        assertEquals("words", both.open(LABEL, closed));
        String old = SecretBox.nameIn(closed);
        assertTrue(inFile(uri, "").remove(old));
        assertFalse(Files.readString(file()).contains(KEY));
        assertEquals(List.of(both.names().getFirst()), new SecretBox(inFile(uri, "")).names());
        String gone = message(() -> new SecretBox(inFile(uri, "")).open(LABEL, closed));
        assertTrue(gone.contains("the key " + old) && gone.contains(both.names().getFirst()), gone);
    }
}
