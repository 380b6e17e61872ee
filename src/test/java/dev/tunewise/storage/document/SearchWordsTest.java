package dev.tunewise.storage.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchWordsTest {
    private static boolean finds(String text, String looked) {
        return SearchWords.holds(text, SearchWords.of(looked));
    }

    @Test
    void wordsAreFoundByTheirBeginning() {
        String text = "Should we fine-tune for Zoë’s Rückfragen on GPT-6 retrieval? AI";
        for (String looked : List.of("retriev", "RETRIEVAL", "ruck", "Rückfragen", "zoe", "gpt 6", "ai", "fine tune")) {
            assertTrue(finds(text, looked), looked);
        }
        for (String looked : List.of("etrieval", "retrievals", "re", "zoo", "gpt 7", "a")) {
            assertFalse(finds(text, looked), looked);
        }
    }

    @Test
    void ofLongWordsTheBeginningCounts() {
        assertTrue(finds("Klassifizierungsmodell", "klassifizierung"));
        assertTrue(finds("Klassifizierungsmodell", "Klassifizierungsmodelle"), "alike in the first twelve letters");
        assertFalse(finds("Klassifizierungsmodell", "Klassik"));
    }

    @Test
    void whereNothingStandsBetweenWordsEachIdeographIsOne() {
        assertTrue(finds("我们应该微调客服模型吗", "客服模型"));
        assertFalse(finds("我们应该微调客服模型吗", "检索"));
    }

    @Test
    void aTextThatIsTooLongLosesItsLastWords() {
        StringBuilder text = new StringBuilder("first");
        for (int i = 0; i < 2000; i++) {
            text.append(" word").append(i);
        }
        DocumentCodec documents = new DocumentCodec(Optional.empty());
        String words = documents.searchable(text.toString());
        assertTrue(words.length() < 2000);
        assertTrue(words.contains(documents.hidden(List.of("first")).getFirst().getFirst()));
        assertEquals(
                documents.searchMark(),
                words.substring(0, documents.searchMark().length()));
    }
}
