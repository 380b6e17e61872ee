package dev.tunewise.slack.receive;

import com.google.gson.JsonObject;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.UrlVerificationRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import dev.tunewise.diagnostics.log.FailureLine;
import dev.tunewise.diagnostics.log.QuietLog;
import dev.tunewise.session.inbox.InboxWorker;
import dev.tunewise.slack.decode.SlackPayloadParser;
import dev.tunewise.slack.decode.StoredRequest;
import dev.tunewise.slack.handle.BoltDispatcher;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a request of Slack at the door: verified, kept, acknowledged. Everything that takes time comes afterwards, at the {@link BoltDispatcher}; events
 * that nobody handles are acknowledged too, because Slack counts anything else as a failed delivery.
 */
public final class SlackRequestReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(SlackRequestReceiver.class);

    private final SlackRequestVerifier verifier;
    private final SlackPayloadParser parser;
    private final InboxWorker worker;
    private final Function<ViewSubmissionPayload, Map<String, String>> objections;
    private final QuietLog quiet = new QuietLog();
    private final QuietLog kept = new QuietLog();

    /**
     * A door.
     *
     * @param objections what of a filled window is refused while it is open: a sentence by the id of its block
     */
    public SlackRequestReceiver(
            SlackRequestVerifier verifier,
            SlackPayloadParser parser,
            Function<ViewSubmissionPayload, Map<String, String>> objections,
            InboxWorker worker) {
        this.verifier = verifier;
        this.objections = objections;
        this.parser = parser;
        this.worker = worker;
    }

    /**
     * What to answer.
     *
     * @param status HTTP status
     * @param text the body; empty for none
     * @param json whether the body is JSON, and not plain text
     */
    public record Answer(int status, String text, boolean json) {
        private static final Answer ACKNOWLEDGED = new Answer(200, "");

        Answer(int status, String text) {
            this(status, text, false);
        }
    }

    /**
     * The headers that count.
     *
     * @param timestamp `X-Slack-Request-Timestamp`
     * @param signature `X-Slack-Signature`
     * @param retry `X-Slack-Retry-Num`
     */
    public record Headers(
            @Nullable String timestamp,
            @Nullable String signature,
            @Nullable String retry) {}

    public Answer answer(byte[] body, Headers headers) {
        Optional<String> text = utf8(body);
        if (text.isPresent() && isSslCheck(text.get())) {
            // Slack looks at our certificate and signs nothing; there is nothing to do either.
            return Answer.ACKNOWLEDGED;
        }
        if (!verifier.isGenuine(body, headers.timestamp(), headers.signature())) {
            warn();
            return new Answer(401, "The signature does not fit: check the signing secret and the clock.");
        }
        if (text.isEmpty()) {
            return new Answer(400, "The body is not UTF-8.");
        }
        return take(new StoredRequest(false, text.get(), retry(headers.retry())));
    }

    /** Takes a verified request, also from Socket Mode; anything but 200 makes Slack send it again. */
    Answer take(StoredRequest received) {
        Optional<Request<?>> request = parser.parse(received);
        if (request.isPresent() && request.get() instanceof UrlVerificationRequest verification) {
            return new Answer(200, verification.getChallenge());
        }
        Optional<Answer> objection = request.flatMap(this::objection);
        if (objection.isPresent()) {
            return objection.get();
        }
        Optional<String> lane = request.flatMap(SlackEventFilter::lane);
        if (lane.isEmpty()) {
            return Answer.ACKNOWLEDGED;
        }
        try {
            String workspace = request.get().getContext().getTeamId();
            worker.take(workspace == null ? "" : workspace, lane.get(), received.text());
            return Answer.ACKNOWLEDGED;
        } catch (RuntimeException notKept) {
            kept.say(() -> LOG.error(
                    "A request of Slack could not be kept; Slack is asked to send it again: {}",
                    FailureLine.of(notKept)));
            return new Answer(503, "");
        }
    }

    /** A window stays open with what is wrong in it; where we cannot look now, the thread says so afterwards. */
    private Optional<Answer> objection(Request<?> request) {
        if (!(request instanceof ViewSubmissionRequest filled)) {
            return Optional.empty();
        }
        try {
            JsonObject errors = new JsonObject();
            objections.apply(filled.getPayload()).forEach(errors::addProperty);
            JsonObject answer = new JsonObject();
            answer.addProperty("response_action", "errors");
            answer.add("errors", errors);
            return errors.isEmpty() ? Optional.empty() : Optional.of(new Answer(200, answer.toString(), true));
        } catch (RuntimeException notNow) {
            kept.say(() -> LOG.warn("A window of Slack could not be looked at: {}", FailureLine.of(notNow)));
            return Optional.empty();
        }
    }

    /** It may be a wrong secret of ours, and anybody can send what is not signed. */
    private void warn() {
        quiet.say(() -> LOG.warn("Refused a request that is not signed by Slack, or not within the last five minutes."
                + " If Slack sent it, check tunewise.slack.signing-secret and the clock of this machine."));
    }

    private static boolean isSslCheck(String body) {
        return body.length() < 2_000
                && !body.startsWith("{")
                && List.of(body.split("&")).contains("ssl_check=1");
    }

    private static int retry(@Nullable String number) {
        return number != null && number.matches("\\d{1,3}") ? Integer.parseInt(number) : 0;
    }

    private static Optional<String> utf8(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
