package dev.tunewise.conversation.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.wording.DigestReplies.Part;
import dev.tunewise.money.Range;
import dev.tunewise.testing.PostText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigestRepliesTest {
    private static String told(Range gained, Range total) {
        DigestReplies.Digest digest = new DigestReplies.Digest(
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 11, 30),
                new Part<>(List.of(), 0),
                new Part<>(List.of(), 0),
                List.of(),
                new Part<>(List.of(), 0),
                List.of(),
                Optional.of(gained),
                Optional.of(total));
        CommandReplies.Notice notice = new DigestReplies(Messages.english()).digest(digest);
        return PostText.of(new Post("digest", new Post.Thread(), notice.blocks(), notice.plain()));
    }

    private static int times(String part, String text) {
        return text.split(part, -1).length - 1;
    }

    @Test
    void aSumIsToldOnceWhereNothingWasDecidedBefore() {
        String first = told(Range.of(100, 118, 123), Range.of(100, 118, 123));
        assertEquals(1, times("118", first), first);
        assertEquals(1, times("All decisions that stand", first), first);
    }

    @Test
    void whatBothSumsLeaveOutIsSaidOnce() {
        String later = told(Range.of(100, 118, 123), Range.of(200, 236, 246));
        assertEquals(1, times("What was decided in this time", later), later);
        assertEquals(1, times("All decisions that stand", later), later);
        assertEquals(1, times("wrong answers count only where", later), later);
    }
}
