package dev.tunewise.reading.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.ReadingFixture;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.ProposedAnswer;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How well choices are read from situations that people described, those held back from the authors of examples counted apart. */
class ProposalQualityTest {
    private static Flow flow;
    private static MessageReader reader;
    private static ChoiceProposer proposer;

    @BeforeAll
    static void learned() {
        flow = ReadingFixture.flow();
        reader = ReadingFixture.reader();
        proposer = new ChoiceProposer(flow, LearnedFixture.LEARNED, LearnedFixture.ENCODER);
    }

    /** What became of the stated choices of some situations. */
    private record Share(int stated, int found, int proposed, int right, int misread) {
        double recall() {
            return (double) found / stated;
        }

        double precision() {
            return (double) right / proposed;
        }
    }

    private static Share share(String name, boolean sealed) throws IOException {
        int stated = 0;
        int found = 0;
        int proposed = 0;
        int right = 0;
        int misread = 0;
        Set<String> facts = Set.copyOf(ExampleLines.of(flow).facts());
        for (Situation situation : Situation.all(name)) {
            if (situation.sealed() == sealed) {
                Reading reading = reader.read(situation.text(), ReadingContext.none());
                Set<String> heard = new HashSet<>();
                reading.reads().stream()
                        .filter(read -> facts.contains(read.fact()))
                        .forEach(read -> heard.addAll(Situation.pairs(read.fact(), read.value())));
                misread += (int) heard.stream()
                        .filter(pair -> !situation.allowed().contains(pair))
                        .count();
                List<ProposedAnswer> proposals =
                        proposer.propose(situation.text(), reading, ReadingContext.none()).stream()
                                .filter(each -> !flow.isAsked(each.fact()))
                                .toList();
                for (ProposedAnswer each : proposals) {
                    List<String> pairs = Situation.pairs(each.fact(), each.value());
                    proposed += pairs.size();
                    right += (int)
                            pairs.stream().filter(situation.allowed()::contains).count();
                    heard.addAll(pairs);
                }
                stated += situation.stated().size();
                found += (int)
                        situation.stated().stream().filter(heard::contains).count();
            }
        }
        return new Share(stated, found, proposed, right, misread);
    }

    @Test
    void openSituations() throws IOException {
        Share share = share("situations.json", false);
        assertTrue(share.recall() >= OPEN_RECALL && share.precision() >= OPEN_PRECISION, share::toString);
    }

    @Test
    void sealedSituations() throws IOException {
        Share share = share("situations.json", true);
        assertTrue(share.recall() >= SEALED_RECALL && share.precision() >= SEALED_PRECISION, share::toString);
        assertEquals(0, share.misread(), share::toString);
    }

    /** Long posts that were written before the lines and weights of that day; half of them were not looked at afterwards. */
    @Test
    void freshPosts() throws IOException {
        Share open = share("posts/fresh.json", false);
        assertTrue(open.recall() >= FRESH_RECALL && open.precision() >= FRESH_PRECISION, open::toString);
        Share sealed = share("posts/fresh.json", true);
        assertTrue(sealed.recall() >= FRESH_RECALL && sealed.precision() >= FRESH_PRECISION, sealed::toString);
        assertEquals(0, open.misread() + sealed.misread(), () -> open + " " + sealed);
    }

    // What was measured on 2026-11-30 (0.82 at 0.90 and 0.69 at 0.82), less a little for other processors.
    private static final double OPEN_RECALL = 0.78;
    private static final double OPEN_PRECISION = 0.85;
    private static final double SEALED_RECALL = 0.65;
    private static final double SEALED_PRECISION = 0.76;
    // Measured on 2026-11-30; before the changes of that day 0.61 of the open and 0.53 of the sealed ones were heard.
    private static final double FRESH_RECALL = 0.57;
    private static final double FRESH_PRECISION = 0.75;

    /** Of sentences and their denials: one denied sentence in twenty may be proposed, and most of the others must be. */
    @Test
    void denialsAreNotProposed() throws IOException {
        int denied = 0;
        int stated = 0;
        StringBuilder wrong = new StringBuilder();
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/reading/denied.tsv"));
        for (String line : lines) {
            String[] parts = line.split("\t", -1);
            String pair = parts[0] + "=" + parts[1];
            stated += heard(parts[2]).contains(pair) ? 1 : 0;
            if (heard(parts[3]).contains(pair)) {
                denied++;
                wrong.append(parts[3]).append('\n');
            }
        }
        assertTrue(denied * 20 <= lines.size(), wrong::toString);
        assertTrue(stated >= lines.size() * 0.7, "stated " + stated + " of " + lines.size());
    }

    @Test
    void whatIsTheLeastOfTheWorriesIsNotProposed() {
        for (String text : List.of("The answers are anything but slow.", "Privacy is the least of our worries.")) {
            assertTrue(heard(text).stream().noneMatch(pair -> pair.startsWith("problems=")), text);
        }
    }

    /** Only what is denied itself is doubted, and not what stands beside a denial or was found under one. */
    @Test
    void whatStandsBesideADenialIsProposed() {
        Map<String, String> said = Map.of(
                "We tried a long style guide in the prompt and a handful of good samples, no luck.",
                "prompt_work=instructions",
                "We never agreed with each other on what counts as a complaint when we labelled.",
                "labels=disputed",
                "Getting JSON out of invoices with a 3B model on an edge box without internet.",
                "task=extraction",
                "For a client in insurance we need to read claim forms and fill about thirty fields.",
                "task=extraction");
        said.forEach((text, pair) -> assertTrue(heard(text).contains(pair), () -> text + heard(text)));
    }

    /** What is wanted says nothing of what is done today. */
    @Test
    void wishesAreNotProposedAsThePresent() {
        for (String text : List.of(
                "We need the model to always answer in valid JSON with our schema",
                "I want it to stick to a fixed set of output fields.",
                "We'd like a search over our handbook in front of it.",
                "It should always be possible to go back to the version before.",
                "We want somebody to own the model later.")) {
            assertTrue(
                    heard(text).stream()
                            .noneMatch(pair -> pair.matches("(?:prompt_work|retrieval|rollback|owner|tools|stage)=.*")),
                    () -> text + heard(text));
        }
    }

    @Test
    void clausesOfOthersAreNotProposed() {
        for (String text : List.of(
                "They wanted us to run it on their own servers, we declined.",
                "The old rule engine sorted 20 categories, we switched it off in March.",
                "The MRI scanner produces 900 images per patient.",
                "Somebody in the community fine-tuned Qwen on 7,473 math problems and gained 6 points.")) {
            assertEquals(Set.of(), ofTheCase(heard(text)), text);
        }
    }

    private static Set<String> ofTheCase(Set<String> heard) {
        return heard.stream()
                .filter(pair -> flow.fact(pair.substring(0, pair.indexOf('=')))
                        .filter(fact ->
                                !flow.isAsked(fact.id()) && !fact.topic().equals("question"))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    private static Set<String> heard(String text) {
        Reading reading = reader.read(text, ReadingContext.none());
        Set<String> heard = new HashSet<>();
        reading.reads().forEach(read -> heard.addAll(Situation.pairs(read.fact(), read.value())));
        proposer.propose(text, reading, ReadingContext.none())
                .forEach(each -> heard.addAll(Situation.pairs(each.fact(), each.value())));
        return heard;
    }

    @Test
    void wordsThatSaidOtherThingsAreNotReadTwice() {
        String text = "We translate manuals with Claude Opus 4.7, 2,000 a day. 91 % right, need 94 %.";
        assertTrue(
                heard(text).stream().noneMatch(pair -> pair.startsWith("stronger_model")),
                heard(text).toString());
    }

    @Test
    void anAnswerToTheOpenQuestionNeedsNoConfirmation() {
        ReadingContext asked = new ReadingContext(List.of("retrieval"), Answers.none());
        List<ProposedAnswer> answer = direct("nope, the bot answers from memory alone", asked);
        assertTrue(answer.stream().noneMatch(each -> !each.fact().equals("retrieval")), answer::toString);
        assertTrue(direct("Would search help?", asked).isEmpty());
        assertTrue(direct("Hm, let me ask my colleague.", asked).isEmpty());
    }

    @Test
    void aQuestionIsFoundByItsLikenessToExamples() {
        assertEquals("rag-bad", question("The bot on our docs misses pages that exist. Would training it help?"));
        assertEquals("how-many", question("Roughly what number of labelled rows does such a thing take?"));
        assertEquals("", question("Good morning everybody, the meeting is at ten."));
    }

    private static String question(String text) {
        return proposer.propose(text, reader.read(text, ReadingContext.none()), ReadingContext.none()).stream()
                .filter(each -> flow.isAsked(each.fact()))
                .flatMap(each -> Situation.pairs("", each.value()).stream())
                .findFirst()
                .map(pair -> pair.substring(pair.indexOf('=') + 1))
                .orElse("");
    }

    private static List<ProposedAnswer> direct(String text, ReadingContext context) {
        return proposer.propose(text, reader.read(text, context), context).stream()
                .filter(each -> each.direct() && !flow.isAsked(each.fact()))
                .toList();
    }
}
