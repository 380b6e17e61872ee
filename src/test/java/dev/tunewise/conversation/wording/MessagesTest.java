package dev.tunewise.conversation.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Text;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private final Messages wording = Messages.english();

    @Test
    void whatPeopleTypeNeverFormats() {
        Text text = wording.text(MessageKey.CARD_ANSWERED, "Label", "**big** `code` _aside_ {author} \uE000", "Ana");
        assertEquals(
                List.of(
                        new Text.Plain("Label"),
                        new Text.Plain(": "),
                        new Text.Strong("**big** `code` _aside_ {author} \uE000"),
                        new Text.Plain(" · "),
                        new Text.Plain("Ana")),
                text.spans());
    }

    @Test
    void everyPhraseReadsAsASentenceWithItsValues() {
        for (MessageKey phrase : MessageKey.values()) {
            Object[] values =
                    phrase.places().stream().map(place -> "<" + place + ">").toArray();
            String plain = wording.plain(phrase, values);
            assertFalse(plain.isBlank(), phrase.key());
            assertFalse(plain.contains("{") || plain.contains("**"), phrase.key() + ": " + plain);
            for (Object value : values) {
                assertTrue(plain.contains((String) value), phrase.key() + ": " + plain);
            }
        }
    }

    @Test
    void aBundleIsRefusedWithAllItsProblems() {
        Properties bundle = new Properties();
        for (MessageKey phrase : MessageKey.values()) {
            bundle.setProperty(
                    phrase.key(),
                    String.join(
                                    " ",
                                    phrase.places().stream()
                                            .map(p -> "{" + p + "}")
                                            .toList()) + ".");
        }
        bundle.remove(MessageKey.UNDONE.key());
        bundle.setProperty(MessageKey.CHANGED.key(), "{label} {old} {author} {nonsense}");
        bundle.setProperty("undnoe", "Taken back.");
        String message = assertThrows(IllegalArgumentException.class, () -> Messages.of(bundle))
                .getMessage();
        assertTrue(message.contains("`undone` is missing"), message);
        assertTrue(message.contains("`changed` lacks {new}"), message);
        assertTrue(message.contains("`changed` has a placeholder beyond"), message);
        assertTrue(message.contains("`undnoe` is no phrase"), message);
    }

    @Test
    void theNumberOfValuesIsChecked() {
        assertThrows(IllegalArgumentException.class, () -> wording.text(MessageKey.CHANGED, "one"));
    }
}
