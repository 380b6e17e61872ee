package dev.tunewise.conversation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A first reply shows its steps as far as there is room and folds the others. */
class FirstWordsTest {
    private static Text words(int count) {
        return Text.plain("word ".repeat(count).strip());
    }

    @Test
    void stepsBeyondTheRoomAreFolded() {
        Block said = new Block.Paragraph(words(100));
        Block closing = new Block.Paragraph(words(20));
        List<Block> shown = new FirstWords("More steps")
                .of(List.of(said, new Block.Bullets(List.of(words(60), words(50), words(5))), closing));
        assertEquals(
                List.of(
                        said,
                        new Block.Bullets(List.of(words(60))),
                        closing,
                        new Block.Details("More steps", List.of(new Block.Bullets(List.of(words(50), words(5)))))),
                shown);
    }

    @Test
    void noHeadingIsLeftOverNothing() {
        Block heading = new Block.Paragraph(Text.strong("What stands out:"));
        Block said = new Block.Paragraph(words(210));
        Block list = new Block.Bullets(List.of(words(30)));
        assertEquals(
                List.of(said, new Block.Details("More steps", List.of(heading, list))),
                new FirstWords("More steps").of(List.of(heading, list, said)));
    }

    @Test
    void aShortReplyStaysAsItIs() {
        List<Block> all = List.of(new Block.Paragraph(words(50)), new Block.Bullets(List.of(words(60), words(60))));
        assertEquals(all, new FirstWords("More steps").of(all));
    }
}
