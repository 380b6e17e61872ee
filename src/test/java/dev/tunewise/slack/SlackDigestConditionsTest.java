package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.testing.ShippedMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a digest says of conditions of the shipped flow that were met since the answer was given. */
class SlackDigestConditionsTest {
    private static final String GENERAL = "C0GENERAL";

    /** Somebody should train in-house, and cannot go back to today's way yet. */
    private static final Map<String, String> READY = Map.ofEntries(
            Map.entry("problems", "format-drift,privacy"),
            Map.entry("task", "extraction"),
            Map.entry("stage", "production"),
            Map.entry("recurrence", "recurring"),
            Map.entry("stable_for", "six-months-plus"),
            Map.entry("prompt_work", "instructions,few-shot,structured-output"),
            Map.entry("eval_items", "400"),
            Map.entry("labels", "verified"),
            Map.entry("quality_now", "84"),
            Map.entry("quality_target", "94"),
            Map.entry("stronger_model", "falls-short"),
            Map.entry("must_self_host", "yes"),
            Map.entry("examples", "800"),
            Map.entry("owner", "yes"),
            Map.entry("rollback", "no"),
            Map.entry("failure_taxonomy", "yes"),
            Map.entry("open_model", "falls-short"),
            Map.entry("calls_per_day", "50000"),
            Map.entry("model", "claude-sonnet-4-6"),
            Map.entry("input_tokens", "1200"),
            Map.entry("output_tokens", "20"),
            Map.entry("error_cost", "0.8"));

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final Member ana = stage.slack().member("U1", "Ana");

    @AfterEach
    void close() {
        stage.close();
    }

    private void fill(Map<String, String> answers) {
        Instant now = stage.time().instant();
        String id =
                stage.stores().conversations().list("slack", "T1", 1).getFirst().id();
        UserInput filled = new UserInput.Filled(answers);
        stage.consultations().take(id, new InboundEvent("filled-" + now, new Author("U1", "Ana"), now, "", filled));
        stage.settle();
    }

    private String digest(String moment) {
        stage.time().pass(Duration.between(stage.time().instant(), Instant.parse(moment)));
        stage.slack().workspace().now(stage.time().instant());
        stage.digests().send(stage.time().instant());
        stage.settle();
        return stage.said(GENERAL).getLast().shown();
    }

    @Test
    void whatWasMetSinceTheAnswerIsNamedWithItsQuestion() {
        stage.slash(ana, GENERAL, "digest weekly monday 9:00 UTC");
        stage.follow(ShippedMachine.listening());
        stage.slash(ana, GENERAL, "Should we tune our ticket classifier?");
        fill(READY);
        String first = digest("2026-11-23T09:00:00Z");
        assertTrue(
                first.contains("Decisions from") && first.contains("Yes") && !first.contains("Conditions met"), first);
        fill(Map.of("rollback", "yes"));
        String second = digest("2026-11-30T09:00:00Z");
        assertTrue(second.contains("0 decided, 0 still open, 0 to be looked at again, 1 condition met"), second);
        assertTrue(second.contains("Fallback route and kill switch · Should we tune our ticket classifier?"), second);
    }
}
