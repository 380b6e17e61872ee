package dev.tunewise.web.visitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.web.form.SafeRedirect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RandomKeysTest {
    private final RandomKeys keys = new RandomKeys();

    @Test
    void theSameFormWithTheSameContentIsTheSameEvent() {
        String form = keys.next();
        assertEquals(keys.event(form, "yes"), keys.event(form, "yes"));
    }

    @Test
    void aFormLeftOpenMaySendSomethingElse() {
        String form = keys.next();
        assertNotEquals(keys.event(form, "yes"), keys.event(form, "no"));
    }

    @Test
    void aKeyThatIsNoneOfOursIsReplaced() {
        assertNotEquals(keys.event("guessed", "yes"), keys.event("guessed", "yes"));
        assertFalse(RandomKeys.isKey("x".repeat(32)));
        assertTrue(RandomKeys.isKey(keys.next()));
    }

    @ParameterizedTest
    @CsvSource({
        "/c/abc_DEF-1,/c/abc_DEF-1",
        "/c/abc/record,/c/abc/record",
        "/,/",
        "//evil.example,/",
        "https://evil.example,/",
        "/c/../api,/",
        "/\\evil,/",
        "/sign-in,/",
        "'',/"
    })
    void goesBackToOurOwnPagesOnly(String wanted, String path) {
        assertEquals(path, SafeRedirect.path(wanted));
    }
}
