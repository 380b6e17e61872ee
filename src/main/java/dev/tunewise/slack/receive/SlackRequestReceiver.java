package dev.tunewise.slack.receive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.diagnostics.log.FailureLine;
import dev.tunewise.diagnostics.log.QuietLog;
import dev.tunewise.session.inbox.InboxWorker;
import dev.tunewise.session.inbox.Unreadable;
import dev.tunewise.slack.block.BlockKit;
import dev.tunewise.slack.decode.SlackEvent;
import dev.tunewise.slack.decode.SlackInteraction;
import dev.tunewise.slack.decode.SlackPayloadParser;
import dev.tunewise.slack.decode.SlackRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a request of Slack at the door: verified, kept, acknowledged. Everything that takes time comes afterwards; events that nobody handles are acknowledged too, because Slack counts anything else as a failed delivery.
 */
public final class SlackRequestReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(SlackRequestReceiver.class);

    private final SlackRequestVerifier verifier;
    private final SlackPayloadParser parser;
    private final InboxWorker worker;
    private final Consumer<SlackRequest> work;
    private final Function<SlackInteraction, Map<String, String>> objections;
    private final QuietLog quiet = new QuietLog();
    private final QuietLog kept = new QuietLog();

    /**
     * @param objections what of a filled window is refused while it is open: a sentence by the id of its block
     * @param work takes what was just kept, as it was read here; it may throw, then the worker reads it again from what was kept
     */
    public SlackRequestReceiver(
            SlackRequestVerifier verifier,
            SlackPayloadParser parser,
            Function<SlackInteraction, Map<String, String>> objections,
            InboxWorker worker,
            Consumer<SlackRequest> work) {
        this.verifier = verifier;
        this.objections = objections;
        this.parser = parser;
        this.worker = worker;
        this.work = work;
    }

    /** `text`: the body; empty for none. `json`: whether the body is JSON, and not plain text. */
    public record Answer(int status, String text, boolean json) {
        private static final Answer ACKNOWLEDGED = new Answer(200, "");

        Answer(int status, String text) {
            this(status, text, false);
        }
    }

    /** Takes a request over HTTP. `timestamp`: `X-Slack-Request-Timestamp`. `signature`: `X-Slack-Signature`. */
    public Answer answer(byte[] body, @Nullable String timestamp, @Nullable String signature) {
        Optional<String> text = utf8(body);
        if (text.isPresent() && isSslCheck(text.get())) {
            // Slack looks at our certificate and signs nothing; there is nothing to do either.
            return Answer.ACKNOWLEDGED;
        }
        if (!verifier.isGenuine(body, timestamp, signature)) {
            warn();
            return new Answer(401, "The signature does not fit: check the signing secret and the clock.");
        }
        if (text.isEmpty()) {
            return new Answer(400, "The body is not UTF-8.");
        }
        return take(parser.parse(text.get()), text.get());
    }

    /** Takes a request of Socket Mode; anything but 200 makes Slack send it again. */
    Answer take(JsonNode payload) {
        return take(parser.parse(payload), payload.toString());
    }

    private Answer take(Optional<SlackRequest> read, String text) {
        // What nobody can read is acknowledged, because Slack would only send it again.
        return read.map(request -> request instanceof SlackRequest.Challenge(String challenge)
                        ? new Answer(200, challenge)
                        : objection(request).orElseGet(() -> keep(request, text)))
                .orElse(Answer.ACKNOWLEDGED);
    }

    private Answer keep(SlackRequest request, String text) {
        Optional<String> lane = SlackEventFilter.lane(request);
        if (lane.isEmpty()) {
            return Answer.ACKNOWLEDGED;
        }
        try {
            worker.take(workspace(request), lane.get(), text, () -> work.accept(request));
            return Answer.ACKNOWLEDGED;
        } catch (Unreadable everAfter) {
            return Answer.ACKNOWLEDGED;
        } catch (RuntimeException notKept) {
            kept.say(() -> LOG.error(
                    "A request of Slack could not be kept; Slack is asked to send it again: {}",
                    FailureLine.of(notKept)));
            return new Answer(503, "");
        }
    }

    private static String workspace(SlackRequest request) {
        return switch (request) {
            case SlackEvent event -> event.workspace();
            case SlackInteraction done -> done.person().workspace();
            case SlackRequest.Challenge _ -> "";
        };
    }

    /** A window stays open with what is wrong in it; where we cannot look now, the thread says so afterwards. */
    private Optional<Answer> objection(SlackRequest request) {
        if (!(request instanceof SlackInteraction filled) || !filled.type().equals(SlackInteraction.WINDOW)) {
            return Optional.empty();
        }
        try {
            ObjectNode answer = BlockKit.object().put("response_action", "errors");
            ObjectNode errors = answer.putObject("errors");
            objections.apply(filled).forEach(errors::put);
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
