package dev.tunewise.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.testing.ReadFlows;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelProposerTest {
    private static final String TEXT = "our thing sorts mails, eight hundred are done, Priya looks after it";
    private static final Duration LIMIT = Duration.ofMillis(1500);
    private static final long GRACE_MILLIS = 1000;
    private static final Flow FLOW = ReadFlows.fineTuning();
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicReference<String> body = new AtomicReference<>("");
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private Answering answering = exchange -> {};

    /** What the endpoint does. */
    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void startTheEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", exchange -> {
            body.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            try (exchange) {
                answering.answer(exchange);
            } catch (IOException _) {
                // the client went away, as it should
            }
        });
        server.start();
    }

    @AfterEach
    void stopTheEndpoint() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private List<Proposal> propose(Answers answers) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
        try (ModelProposer proposer =
                new ModelProposer(new ModelEndpoint(url, "small", "secret", LIMIT), NameCatalogue.none())) {
            return proposer.propose(TEXT, FLOW, new ReadingContext(List.of(), answers));
        }
    }

    private void says(String content) {
        answering = exchange -> {
            String escaped = json.writeValueAsString(content);
            send(exchange, 200, """
                    {"id": "1", "object": "chat.completion", "created": 1, "model": "small",
                     "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": %s}}]}
                    """.formatted(escaped));
        };
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Test
    void passesOnWhatStandsTheCheck() {
        says("""
            Sure! {"proposals": [
              {"fact": "task", "value": "classification", "quote": "sorts mails"},
              {"fact": "examples", "value": 800, "quote": "eight hundred are done"},
              {"fact": "owner", "value": true, "quote": "Priya looks after it"}]}""");
        assertEquals(
                List.of(
                        new Proposal("task", new Value.Choice("classification"), "sorts mails"),
                        new Proposal(
                                "examples", Value.Quantity.of(new java.math.BigDecimal(800)), "eight hundred are done"),
                        new Proposal("owner", new Value.YesNo(true), "Priya looks after it")),
                propose(Answers.none()));
    }

    @Test
    void sendsNothingButTheMessageAndTheOpenFacts() throws IOException {
        says("{}");
        Answers known = Answers.none().with("owner", SourcedAnswer.of(new Value.YesNo(true)));
        propose(known);
        JsonNode sent = json.readTree(body.get());
        assertEquals(2, sent.path("messages").size());
        assertEquals(TEXT, sent.path("messages").get(1).path("content").asText());
        String facts = sent.path("messages").get(0).path("content").asText();
        assertTrue(facts.contains("- calls_per_day (number, calls a day)"), facts);
        assertFalse(facts.contains("- owner "), "a known fact was sent: " + facts);
        assertEquals("small", sent.path("model").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no idea",
                "{",
                "}{",
                "[]",
                "null",
                "{\"proposals\": 7}",
                "{\"proposals\": [7, null, [], {}]}",
                "{\"proposals\": [{\"fact\": 3}]}",
                "{\"proposals\": [{\"fact\": \"nosuch\", \"value\": 1, \"quote\": \"mails\"}]}",
                "{\"proposals\": [{\"fact\": \"examples\", \"value\": -5, \"quote\": \"mails\"}]}",
                "{\"proposals\": [{\"fact\": \"examples\", \"value\": 1e99999, \"quote\": \"mails\"}]}",
                "{\"proposals\": [{\"fact\": \"examples\", \"value\": \"NaN\", \"quote\": \"mails\"}]}",
                "{\"proposals\": [{\"fact\": \"quality_now\", \"value\": 101, \"quote\": \"mails\"}]}",
                "{\"proposals\": [{\"fact\": \"examples\", \"value\": 800, \"quote\": \"words that are not in the message\"}]}",
                "{\"proposals\": [{\"fact\": \"examples\", \"value\": 800, \"quote\": \"\"}]}",
                "{\"proposals\": [{\"fact\": \"task\", \"value\": \"drop table\", \"quote\": \"mails\"}]}",
                "{\"proposals\": [{\"fact\": \"problems\", \"value\": [\"privacy\", \"<!channel>\"], \"quote\": \"mails\"}]}",
                "{\"proposals\": [{\"fact\": \"model\", \"value\": \"gpt-99\", \"quote\": \"mails\"}]}",
                "{\"proposals\": [{\"fact\": \"owner\", \"value\": {\"yes\": true}, \"quote\": \"mails\"}]}"
            })
    void dropsWhatDoesNotFit(String content) {
        says(content);
        assertEquals(List.of(), propose(Answers.none()));
    }

    @Test
    void dropsWhatIsKnownAlreadyAndWhatIsSaidTwice() {
        says("""
            {"proposals": [
              {"fact": "owner", "value": false, "quote": "mails"},
              {"fact": "examples", "value": 800, "quote": "eight hundred"},
              {"fact": "examples", "value": 900, "quote": "eight hundred"}]}""");
        Answers known = Answers.none().with("owner", SourcedAnswer.of(new Value.YesNo(true)));
        assertEquals(
                List.of("examples"), propose(known).stream().map(Proposal::fact).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "not json",
                "{\"choices\": []}",
                "{\"choices\": [{\"message\": null}]}",
                "{\"error\": \"no\"}",
                "[1]",
                "null"
            })
    void takesAnyBodyForNothing(String text) {
        answering = exchange -> send(exchange, 200, text);
        assertEquals(List.of(), propose(Answers.none()));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 400, 401, 429, 500, 503})
    void takesAnyStatusForNothing(int status) {
        answering = exchange -> exchange.sendResponseHeaders(status, -1);
        assertEquals(List.of(), propose(Answers.none()));
    }

    @Test
    void givesUpOnEndlessAnswers() {
        answering = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] block = "{\"a\": [".repeat(2_000).getBytes(StandardCharsets.UTF_8);
                while (end.getCount() > 0) {
                    out.write(block);
                }
            }
        };
        assertEquals(List.of(), timed());
    }

    @Test
    void givesUpOnSlowDrips() {
        answering = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (!waited(50)) {
                    out.write(' ');
                    out.flush();
                }
            }
        };
        assertEquals(List.of(), timed());
    }

    @Test
    void givesUpOnSilence() {
        answering = exchange -> {
            boolean over = false;
            while (!over) {
                over = waited(1000);
            }
        };
        assertEquals(List.of(), timed());
    }

    private boolean waited(int millis) {
        try {
            return end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }

    private List<Proposal> timed() {
        long start = System.nanoTime();
        List<Proposal> proposals = propose(Answers.none());
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertTrue(millis < LIMIT.toMillis() + GRACE_MILLIS, "took " + millis + " ms");
        return proposals;
    }

    @Test
    void takesADeadEndpointForNothing() {
        server.stop(0);
        assertEquals(List.of(), timed());
    }

    @Test
    void refusesALongerWaitThanTwoSeconds() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ModelEndpoint("http://localhost", "m", "", Duration.ofSeconds(3)));
    }

    @Test
    void showsNoSecret() {
        assertFalse(new ModelEndpoint("http://localhost", "m", "secret", LIMIT)
                .toString()
                .contains("secret"));
    }
}
