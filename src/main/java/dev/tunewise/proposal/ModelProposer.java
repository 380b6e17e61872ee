package dev.tunewise.proposal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.reading.reader.ProposalCheck;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.session.turn.Proposer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proposals of a language model behind an API like OpenAI's. A slow, dead or hostile endpoint costs at most the limit of the {@link ModelEndpoint}, and then
 * there are no proposals.
 */
public final class ModelProposer implements Proposer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelProposer.class);
    private static final int MOST_AT_ONCE = 8;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_TOKENS = 800;
    private static final int MOST_BYTES = 64 * 1024;

    private final ModelEndpoint endpoint;
    private final NameCatalogue names;
    private final HttpClient client;
    private final ModelReplyParser reply = new ModelReplyParser();
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public ModelProposer(ModelEndpoint endpoint, NameCatalogue names) {
        this.endpoint = endpoint;
        this.names = names;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(endpoint.limit())
                .build();
    }

    @Override
    public List<Proposal> propose(String text, Flow flow, ReadingContext context) {
        Answers answers = context.answers();
        // more at once would only wait for each other
        if (!free.tryAcquire()) {
            return List.of();
        }
        Future<String> asked = threads.submit(() -> {
            try {
                return ask(text, flow, answers);
            } finally {
                free.release();
            }
        });
        try {
            String answer = asked.get(endpoint.limit().toMillis(), TimeUnit.MILLISECONDS);
            List<ExtractedAnswer> reads = new ProposalCheck(flow, names).check(text, reply.claims(answer), answers);
            return reads.stream()
                    .map(read -> new Proposal(read.fact(), read.value(), read.quote()))
                    .toList();
        } catch (TimeoutException _) {
            LOG.warn("{} did not answer within {}", endpoint, endpoint.limit());
        } catch (ExecutionException e) {
            LOG.warn(
                    "{} cannot be asked: {}",
                    endpoint,
                    e.getCause() == null ? "" : e.getCause().toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            asked.cancel(true);
        }
        return List.of();
    }

    /** An answer is read to an end that no honest one reaches; redirects are not followed. */
    private String ask(String text, Flow flow, Answers answers) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of(
                "model",
                endpoint.model(),
                "temperature",
                0.0,
                "max_tokens",
                MOST_TOKENS,
                "messages",
                List.of(
                        Map.of("role", "system", "content", ModelPrompt.task(flow, answers)),
                        Map.of("role", "user", "content", ModelPrompt.message(text)))));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(endpoint.url().replaceAll("/+$", "") + "/chat/completions"))
                .timeout(endpoint.limit())
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + (endpoint.key().isEmpty() ? "none" : endpoint.key()))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream stream = response.body()) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("The answer is longer than " + MOST_BYTES + " bytes");
            }
            if (response.statusCode() / 100 != 2) {
                throw new IOException("status " + response.statusCode());
            }
            return reply.said(bytes);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
