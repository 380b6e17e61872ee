package dev.tunewise.reading.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told without a question and points to a cause, on sentences that are none of the example lines. */
class StatedCausesTest {
    private static final Path TOLD = Path.of("src/test/resources/reading/told");
    private static final SegmentScores SCORES = LearnedFixture.scores();

    private static List<SegmentScores.Asked> told(String message) {
        return SCORES.of(message).told();
    }

    /** Floors: what was measured on 2026-11-30 (50 of 153 found, 3 wrong), less a little: in long posts half of what was shown before was wrong. */
    @Test
    void findsCausesAndSeldomWrongOnes() throws Exception {
        assertFound("causes.tsv", 48, 4);
    }

    /** Written before the lines of the causes, and their misses never looked at: 39 of 100 found, 1 wrong. */
    @Test
    void findsCausesOfMoreTrades() throws Exception {
        assertFound("fresh-causes.tsv", 37, 2);
    }

    private static void assertFound(String set, int found, int atMostWrong) throws Exception {
        int right = 0;
        List<String> wrong = new ArrayList<>();
        List<String> lines = Files.readAllLines(TOLD.resolve(set));
        for (String line : lines) {
            String[] parts = line.split("\t");
            for (SegmentScores.Asked cause : told(parts[1])) {
                if (cause.kind().equals(parts[0])) {
                    right++;
                } else {
                    wrong.add(parts[1] + " -> " + cause.kind() + " %.2f".formatted(cause.likeness()));
                }
            }
        }
        String all = right + " of " + lines.size() + " found, wrong: " + wrong.size();
        assertTrue(right >= found && wrong.size() <= atMostWrong, all);
    }

    @Test
    void ordinarySentencesPointToNothing() throws Exception {
        int ordinary = pointed("ordinary.txt");
        assertTrue(ordinary <= 1, "ordinary.txt: " + ordinary);
        int fresh = pointed("fresh-ordinary.txt");
        assertTrue(fresh <= 6, "fresh-ordinary.txt: " + fresh);
    }

    private static int pointed(String set) throws Exception {
        int wrong = 0;
        for (String line : Files.readAllLines(TOLD.resolve(set))) {
            wrong += told(line).size();
        }
        return wrong;
    }

    /** What stands in the middle of a post is quoted as typed. */
    @Test
    void quotesTheWordsThatTellIt() {
        String post =
                "We built a phone assistant for a taxi company. The voice starts when the text is complete, callers"
                        + " hang up after three seconds of silence. Would a fine-tuned 8B be faster than the big hosted"
                        + " model?";
        SegmentScores.Asked found = told(post).getFirst();
        assertEquals("not-streamed", found.kind());
        assertTrue(
                found.place().of(post).startsWith("The voice starts when"),
                found.place().of(post));
    }

    /** Denied and asked it points to nothing. */
    @Test
    void whatIsDeniedOrAskedPointsToNothing() {
        assertEquals(List.of(), told("It does not repeat itself any more."));
        assertEquals(List.of(), told("Does it repeat the same sentence over and over?"));
    }
}
