package dev.tunewise.reading.encoder;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How many questions of posts get an answer that is one, those held out from whoever mended counted apart. */
class AskedPostsTest {
    private static final SegmentScores SCORES = LearnedFixture.scores();
    /** Said to be left open. */
    private static final Set<String> OPEN = Set.of("not-understood", "open-second", "open-third", "open-fourth");

    /** `wrong`: answered by a kind that does not answer it; `open`: said to be left open; the rest got nothing. */
    private record Share(int asked, int exact, int acceptable, int wrong, int open, List<String> faults) {
        /** Bounds: what was measured on 2026-12-01, less two in a hundred. */
        boolean holds(double answered, double wrongAtMost, double openAtMost) {
            return exact + acceptable >= answered * asked && wrong <= wrongAtMost * asked && open <= openAtMost * asked;
        }

        @Override
        public String toString() {
            return "asked %d, exact %d (%.0f %%), acceptable %d, answered %.0f %%, wrong %d (%.0f %%), open %d (%.0f %%)"
                    .formatted(
                            asked,
                            exact,
                            100.0 * exact / asked,
                            acceptable,
                            100.0 * (exact + acceptable) / asked,
                            wrong,
                            100.0 * wrong / asked,
                            open,
                            100.0 * open / asked);
        }
    }

    private static Share share(Predicate<AskedPosts.Post> which) throws Exception {
        int asked = 0;
        int exact = 0;
        int acceptable = 0;
        int wrong = 0;
        int open = 0;
        List<String> faults = new ArrayList<>();
        for (AskedPosts.Post post : AskedPosts.all()) {
            if (!which.test(post)) {
                continue;
            }
            List<SegmentScores.Asked> found = SCORES.questions(post.text());
            for (AskedPosts.Question question : post.questions()) {
                asked++;
                Optional<SegmentScores.Asked> answer = answer(post, question, found);
                String kind = answer.map(SegmentScores.Asked::kind).orElse("");
                if (question.exact().contains(kind)) {
                    exact++;
                } else if (question.too().contains(kind)) {
                    acceptable++;
                } else {
                    open += OPEN.contains(kind) ? 1 : 0;
                    wrong += kind.isEmpty() || OPEN.contains(kind) ? 0 : 1;
                    faults.add(post.name() + ": " + question.words() + " -> "
                            + answer.map(each -> each.kind() + " %.2f".formatted(each.likeness()))
                                    .orElse("nothing"));
                }
            }
        }
        return new Share(asked, exact, acceptable, wrong, open, faults);
    }

    /** What stands under the words of the question; where a message is answered as a whole, that counts for its only question. */
    private static Optional<SegmentScores.Asked> answer(
            AskedPosts.Post post, AskedPosts.Question question, List<SegmentScores.Asked> found) {
        boolean single = post.questions().size() == 1 && found.size() == 1;
        return found.stream()
                .filter(each -> single
                        || each.place().start() <= question.place() + 2
                                && each.place().end() > question.place() + 2)
                .findFirst();
    }

    @Test
    void openPosts() throws Exception {
        Share share = share(AskedPosts.Post::open);
        assertTrue(share.holds(0.85, 0.10, 0.04), () -> share + "\n" + String.join("\n", share.faults()));
    }

    /** Only the shares are told: whoever reads these faults and mends them measures nothing any more. */
    @Test
    void postsHeldOut() throws Exception {
        Share share = share(post -> !post.open() && !post.file().endsWith("held"));
        assertTrue(share.holds(0.91, 0.07, 0.02), share::toString);
    }

    /** A hundred that were written before the example lines of 2026-11-28 and after those of the others. */
    @Test
    void laterPostsHeldOut() throws Exception {
        Share share = share(post -> post.file().equals("posts-4-held"));
        assertTrue(share.holds(0.93, 0.06, 0.02), share::toString);
    }

    /** Sixty that ask two to four things at once; what was once silent (15 %, 2026-11-30) is now answered or said to be open. */
    @Test
    void postsOfSeveralPartsHeldOut() throws Exception {
        Share share = share(post -> post.file().equals("posts-5-held"));
        assertTrue(share.holds(0.81, 0.14, 0.06), share::toString);
    }

    /** Short posts of many trades, written before the conditions of the kinds: 65 % answered and 24 % wrong before these. */
    @Test
    void shortPostsHeldOut() throws Exception {
        Share share = share(post -> post.file().equals("posts-7-held"));
        assertTrue(share.holds(0.75, 0.17, 0.07), share::toString);
    }

    /** A question for each kind in words of its own, each under its own words. */
    @Test
    void freshQuestionsHeldOut() throws Exception {
        Share share = share(post -> post.file().equals("posts-8-held"));
        assertTrue(share.holds(0.83, 0.07, 0.03), share::toString);
    }

    /** Stories as people tell them, on 2026-11-30: 37 % got just the kind that was meant and 39 % another; 35 and 39 % before the case counted beside its only question. */
    @Test
    void storiesHeldOut() throws Exception {
        Share share = share(post -> post.file().equals("posts-10-held"));
        assertTrue(share.holds(0.34, 0.39, 0.06), share::toString);
    }

    @Test
    void whatNoKindAnswersIsMostlyLeftOpen() throws Exception {
        Share share = share(post -> post.file().equals("posts-9-held"));
        assertTrue(share.holds(0, 0.32, 0.02), share::toString);
    }
}
