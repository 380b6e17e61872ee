package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What must and what must not stand in the first reply to askers of many trades. Of the two long files each second post is asked in
 * every build; a CI job asks them all by `-Dposts=1`.
 */
class FirstAdviceTest {
    @TempDir
    static Path folder;

    private static final int EVERY = Integer.getInteger("posts", 2);
    private static final int LONG = 200;

    /** First replies, by the post. */
    private static final Map<String, JsonNode> OPENED = new HashMap<>();

    private static FirstReplies replies;

    @BeforeAll
    static void start() throws Exception {
        replies = new FirstReplies(folder);
    }

    @AfterAll
    static void end() {
        replies.close();
    }

    /** To these certain advice would do harm, or belongs to another trade and size. */
    @Test
    void whatWouldDoHarmIsNotAdvised() throws Exception {
        List<String> harm = new ArrayList<>();
        for (Post post : posts("harm.tsv")) {
            String reply = reply(post.words());
            Matcher found = post.pattern().matcher(reply);
            if (found.find()) {
                harm.add(found.group() + " <- " + post.words());
            }
        }
        assertEquals(List.of(), harm);
    }

    /** The figures in these posts decide them or, in the last ones, decide nothing that was asked. */
    @Test
    void whatTheFiguresOfThePostDecideIsComputedAndSaid() throws Exception {
        assertEquals(List.of(), missed("own-figures.tsv"));
    }

    /** These ask whether to train, in many words and with little matter of its own: the case decides what is said. */
    @Test
    void whetherToTrainIsAnsweredByTheCase() throws Exception {
        assertEquals(List.of(), missed("whether.tsv"));
    }

    /** These ask something else, mostly in few words behind a case that says what is meant: that is what must be answered. */
    @Test
    void whatIsAskedIsAnswered() throws Exception {
        assertEquals(List.of(), missed("asked.tsv"));
    }

    /** Who wrote of delivery slips is told nothing of invoices: special matter stands in a reply only where the post holds it. */
    @Test
    void nothingSpecialIsSaidThatThePostDoesNotHold() throws Exception {
        List<String> foreign = new ArrayList<>();
        for (String file : List.of("harm.tsv", "own-figures.tsv", "whether.tsv", "asked.tsv")) {
            for (Post post : posts(file)) {
                List<String> named = FirstReplies.foreign(post.words(), opened(post.words()));
                if (!named.isEmpty()) {
                    foreign.add(named + " <- " + post.words());
                }
            }
        }
        assertEquals(List.of(), foreign);
    }

    private static List<String> missed(String file) throws Exception {
        List<String> missed = new ArrayList<>();
        for (Post post : posts(file)) {
            if (!post.pattern().matcher(reply(post.words())).find()) {
                missed.add(post.pattern() + " <- " + post.words());
            }
        }
        return missed;
    }

    private record Post(Pattern pattern, String words) {}

    private static List<Post> posts(String file) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/reading", file));
        int step = lines.size() < LONG ? 1 : EVERY;
        return IntStream.range(0, lines.size())
                .filter(line -> line % step == 0)
                .mapToObj(line -> lines.get(line).split("\t"))
                .map(parts -> new Post(Pattern.compile(parts[0]), parts[1]))
                .toList();
    }

    private static String reply(String words) throws Exception {
        return opened(words).path("messages").toString();
    }

    private static JsonNode opened(String words) throws Exception {
        JsonNode before = OPENED.get(words);
        if (before == null) {
            before = replies.open(words);
            OPENED.put(words, before);
        }
        return before;
    }
}
