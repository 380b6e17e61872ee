package dev.tunewise.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.followup.FollowUpPhrases;
import dev.tunewise.conversation.state.UserInput;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StackedMarksTest {
    private static final String ACUTE = "\u0301";

    @Test
    void wordsOfAnyScriptStayAsTheyAre() {
        for (String text : new String[] {"", "caf" + "e" + ACUTE, "Việt", "हिन्दी", "שָׁלוֹם", "👩‍👩‍👧", "\ud800"}) {
            assertSame(text, StackedMarks.limited(text));
        }
    }

    @Test
    void aTowerOfMarksIsCutDown() {
        assertEquals(
                "a" + ACUTE.repeat(10) + " b" + ACUTE, StackedMarks.limited("a" + ACUTE.repeat(4_000) + " b" + ACUTE));
    }

    @Test
    void nobodyKeepsUsBusyWithOne() {
        UserInput.Said said = new UserInput.Said("a" + ACUTE.repeat(39_000));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertTrue(!FollowUpPhrases.about(said.text())));
    }
}
