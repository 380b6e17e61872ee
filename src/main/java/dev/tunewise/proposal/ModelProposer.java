package dev.tunewise.proposal;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.reading.reader.ProposalCheck;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.session.turn.Proposer;
import java.util.List;
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
 * Proposals of a language model through LangChain4j. A slow, dead or hostile endpoint costs at most the limit of the {@link ModelEndpoint}, and then
 * there are no proposals.
 */
public final class ModelProposer implements Proposer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelProposer.class);
    private static final int MOST_AT_ONCE = 8;
    private static final int MOST_TOKENS = 800;

    private final ModelEndpoint endpoint;
    private final NameCatalogue names;
    private final ChatModel model;
    private final ModelReplyParser reply = new ModelReplyParser();
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public ModelProposer(ModelEndpoint endpoint, NameCatalogue names) {
        this.endpoint = endpoint;
        this.names = names;
        model = OpenAiChatModel.builder()
                .httpClientBuilder(new CappedHttpClient.Builder(endpoint.limit()))
                .baseUrl(endpoint.url())
                .apiKey(endpoint.key().isEmpty() ? "none" : endpoint.key())
                .modelName(endpoint.model())
                .temperature(0.0)
                .maxTokens(MOST_TOKENS)
                .maxRetries(0)
                .timeout(endpoint.limit())
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

    private String ask(String text, Flow flow, Answers answers) {
        String answer = model.chat(
                        SystemMessage.from(ModelPrompt.task(flow, answers)),
                        UserMessage.from(ModelPrompt.message(text)))
                .aiMessage()
                .text();
        return answer == null ? "" : answer;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
