package dev.tunewise.storage.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.storage.document.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
    private static final String OLD = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String NEW = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";
    private static final SecretBox.Label LABEL = new SecretBox.Label("slack", "T1", "installation", "bot");

    private static SecretKeys keys(String joined) {
        return SecretKeys.of(KeySettings.of(joined), Optional.empty());
    }

    @Test
    void opensWhatItClosed() {
        SecretBox box = new SecretBox(keys(OLD));
        String closed = box.seal(LABEL, "xoxb-secret");
        assertFalse(closed.contains("secret"));
        assertNotEquals(closed, box.seal(LABEL, "xoxb-secret"));
        assertEquals("xoxb-secret", box.open(LABEL, closed));
    }

    @Test
    void opensOldSecretsAfterAChangeOfKeys() {
        String closed = new SecretBox(keys(OLD)).seal(LABEL, "xoxb");
        SecretBox both = new SecretBox(keys(NEW + ", " + OLD));
        assertEquals("xoxb", both.open(LABEL, closed));
        assertEquals("new", new SecretBox(keys(NEW)).open(LABEL, both.seal(LABEL, "new")));
    }

    @Test
    void doesNotOpenWithAnotherKeyAndSaysWhy() {
        String closed = new SecretBox(keys(OLD)).seal(LABEL, "xoxb");
        StorageException refused =
                assertThrows(StorageException.class, () -> new SecretBox(keys(NEW)).open(LABEL, closed));
        assertTrue(refused.getMessage().contains("slack/T1/installation/bot"), refused.getMessage());
        assertTrue(refused.getMessage().contains("TUNEWISE_SECRET_KEYS"), refused.getMessage());
    }

    @Test
    void doesNotOpenASecretThatWasMovedToAnotherPlace() {
        SecretBox box = new SecretBox(keys(OLD));
        String closed = box.seal(LABEL, "xoxb");
        for (SecretBox.Label other : new SecretBox.Label[] {
            new SecretBox.Label("slack", "T2", "installation", "bot"),
            new SecretBox.Label("slackT1", "", "installation", "bot")
        }) {
            assertThrows(StorageException.class, () -> box.open(other, closed));
        }
    }

    @Test
    void refusesBadKeysWithoutShowingThem() {
        StorageException tooShort = assertThrows(StorageException.class, () -> keys("c2hvcnQ="));
        assertTrue(tooShort.getMessage().contains("5 bytes"), tooShort.getMessage());
        StorageException garbled = assertThrows(StorageException.class, () -> keys(OLD + ",hunter2!"));
        assertFalse(garbled.getMessage().contains("hunter2"), garbled.getMessage());
        assertTrue(garbled.getMessage().contains("openssl rand -base64 32"), garbled.getMessage());
    }

    @Test
    void saysHowToSetAKeyWhereThereIsNone() {
        StorageException none = assertThrows(StorageException.class, () -> new SecretBox(keys("")).seal(LABEL, "xoxb"));
        assertTrue(none.getMessage().contains("openssl rand -base64 32"), none.getMessage());
    }

    @Test
    void keepsItsOwnKeyBesideAnEmbeddedDatabase(@TempDir Path directory) throws IOException {
        Path database = directory.resolve("tunewise.db");
        String closed = new SecretBox(SecretKeys.of(KeySettings.of(""), Optional.of(database))).seal(LABEL, "xoxb");
        assertEquals(
                "xoxb", new SecretBox(SecretKeys.of(KeySettings.of(""), Optional.of(database))).open(LABEL, closed));
        Path key = directory.resolve("tunewise.db.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        try (var files = Files.list(directory)) {
            assertEquals(1, files.count());
        }
    }
}
