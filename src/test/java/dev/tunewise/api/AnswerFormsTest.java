package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked is answered in a form that the question allows, and never against what the case leans to. */
class AnswerFormsTest {
    private static final Path ASKED = Path.of("src/test/resources/reading/asked");
    private static final String OPEN = "(?is)“(and |so |or )?(which one|how (many|much|long)).*";
    private static final String YES_OR_NO = "(?s)(?:(Yes|No)[,.:;]|(Not|Probably)\\b).*";

    /** From here on a step, and so the verdict with it, is told as what the case leans to. */
    private static final double SURE = 0.65;

    @TempDir
    static Path folder;

    private static FirstReplies replies;

    @BeforeAll
    static void start() throws Exception {
        replies = new FirstReplies(folder);
    }

    @AfterAll
    static void stop() {
        replies.close();
    }

    private static List<String> posts() throws IOException {
        List<String> posts = new ArrayList<>();
        try (Stream<Path> files = Files.list(ASKED)) {
            for (Path file : files.sorted().toList()) {
                for (String post : Files.readString(file).split("(?m)^== .*$")) {
                    String text = post.lines()
                            .filter(line -> !line.matches("[?@#].*"))
                            .collect(Collectors.joining(" "))
                            .strip();
                    if (!text.isEmpty()) {
                        posts.add(text);
                    }
                }
            }
        }
        return posts;
    }

    /** The paragraphs and headings of all messages in their order. */
    private static List<String> texts(JsonNode reply) {
        return reply.path("messages")
                .valueStream()
                .filter(message -> !message.path("key").asText().equals("root"))
                .flatMap(message -> message.path("blocks").valueStream())
                .filter(block -> block.path("type").asText().equals("paragraph"))
                .map(block -> block.path("text").path("text").asText())
                .toList();
    }

    private static boolean contradicts(JsonNode reply, String first) {
        JsonNode leaning = reply.path("leaning");
        String stands = leaning.path("fine_tune").asText();
        return leaning.path("probability").asDouble() >= SURE
                && (stands.equals("no") && first.matches("(?s)Yes\\b.*")
                        || stands.equals("yes") && first.matches("(?s)(No|Not|Hardly)\\b.*"));
    }

    /** What was measured settles nothing about training here, so the yes or no comes before it. */
    @Test
    void whoAsksWhetherToTrainIsToldThatBeforeWhatWasMeasured() throws Exception {
        List<String> told = texts(
                replies.open("We compared: our prompt gets 84 % on 200 items, target 90 %. Do we need to train?"));

        assertTrue(
                told.stream().anyMatch(text -> text.matches("(?s)(Probably )?[Nn]o\\. 84 % on 200 means .*")),
                told::toString);
    }

    @Test
    void whereACauseWasToldNothingIsSaidOfTooLittleKnown() throws Exception {
        String cause = String.join("\n", texts(replies.open("The colleague who trained it no longer works here.")));
        assertTrue(
                cause.contains("What stands out in what you wrote:") && !cause.contains("Begin with a count"), cause);

        String nothing = String.join("\n", texts(replies.open("We have a bot in the office since last summer.")));
        assertTrue(nothing.contains("Begin with a count"), nothing);
    }

    @Test
    void noYesOrNoAnswersWhichOneOrHowManyAndNothingContradictsTheLeaning() throws Exception {
        List<String> faults = new ArrayList<>();
        int asked = 0;
        List<String> posts = posts();
        for (int i = 0; i < posts.size(); i += 3) {
            String post = posts.get(i);
            JsonNode reply = replies.open(post);
            String before = "";
            for (String text : texts(reply)) {
                asked += before.matches(OPEN) ? 1 : 0;
                if (before.matches(OPEN) && text.matches(YES_OR_NO)) {
                    faults.add(before + " > " + text);
                }
                before = text;
            }
            List<String> supposed = FirstReplies.foreign(post, reply);
            if (!supposed.isEmpty()) {
                faults.add(post + " > " + supposed);
            }
            String first = texts(reply).stream().findFirst().orElse("");
            if (contradicts(reply, first)) {
                faults.add(post + " > " + first + " > " + reply.path("leaning"));
            }
        }
        assertTrue(asked > 3, "questions seen: " + asked);
        assertEquals(List.of(), faults);
    }

    /** Of the same kind, of none, or about all that was told: none vanishes. */
    @Test
    void eachQuestionOfAMessageStandsOverAnAnswer() throws Exception {
        List<String> faults = new ArrayList<>();
        for (String post : List.of(
                "We have six LoRA adapters on one base in vLLM. Can one card serve them all? How many more could it hold?",
                "A supplier wants to train a model on our guidelines, revised twice a year. Is training how this is done?"
                        + " What should they show us before we sign?",
                "We tuned a 7B on 900 tickets. Is 40 enough to tell whether it helped? Who is right, my boss or the vendor?"
                        + " Could the weather have to do with it?",
                "26,000 scanned letters in 9 topics, we can label 300. What would you do? Is 300 better spent on training or"
                        + " on checking?")) {
            String told = String.join("\n", texts(replies.open(post)));
            if (told.split("Not answered", -1).length > 2) {
                faults.add("more than one part left open > " + told);
            }
            Pattern.compile("[A-Z][^.?]*\\?")
                    .matcher(post)
                    .results()
                    .map(MatchResult::group)
                    .filter(question -> !told.contains(question))
                    .forEach(question -> faults.add(question + " > " + told));
        }
        assertEquals(List.of(), faults);
    }

    /** A flow has four open kinds, a post up to six questions: what nothing answers is named however many they are. */
    @Test
    void noneOfManyOpenQuestionsIsLost() throws Exception {
        String post =
                "We bake rye bread in Graz and tuned a 7B on our recipes in May. Does the cat of my neighbour like the oven?"
                        + " Which colour has the apron of the apprentice? Who painted the sign above our door? Where did my uncle"
                        + " leave his bicycle? When does the choir of the village sing again? Which stairs lead to the cellar?";
        String told = String.join("\n", texts(replies.open(post)));
        List<String> lost = Pattern.compile("[A-Z][^.?]*\\?")
                .matcher(post)
                .results()
                .map(MatchResult::group)
                .filter(question -> !told.contains(question))
                .toList();
        assertEquals(List.of(), lost, told);
    }

    /** One question each, by its form; written for this test and by the hand that mended. */
    @Test
    void eachFormOfQuestionGetsItsFormOfAnswer() throws Exception {
        List<String> faults = new ArrayList<>();
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/reading/forms.tsv"));
        for (String line : lines) {
            String[] parts = line.split("\t");
            JsonNode reply = replies.open(parts[1]);
            List<String> texts = texts(reply);
            String first = texts.isEmpty() ? "" : texts.getFirst();
            boolean holds = switch (parts[0]) {
                case "which", "aorb" -> !first.matches(YES_OR_NO);
                case "howmany", "howlong" ->
                    !first.matches(YES_OR_NO) && first.matches("(?is).*([0-9]|\\b(one|two|three)\\b).*");
                default -> true;
            };
            if (!holds || first.isEmpty() || contradicts(reply, first)) {
                faults.add(parts[1] + " > " + first);
            }
        }
        assertTrue(lines.size() >= 40, "questions: " + lines.size());
        assertEquals(List.of(), faults);
    }
}
