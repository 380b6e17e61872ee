package dev.tunewise.api.consultation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.api.advice.VerdictView;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A consultation after an event, or as it stands. */
@Serdeable
public record ConversationView(
        @Schema(description = "id of the consultation") String id,

        @Schema(description = "id of its flow", example = "fine-tuning")
        String flow,

        @Schema(description = "number of events so far") long version,

        @Schema(description = "whether the event was taken before; nothing was done again")
        boolean repeated,

        @Schema(description = "the problem in the words of the person who opened it")
        String title,

        @Schema(allowableValues = {"open", "concluded", "stopped"})
        String state,

        @Schema(
                description =
                        "what the consultant says: to the event or, where none was sent, all of it, later versions in place of earlier ones")
        List<MessageView> messages,

        @Schema(description = "what waits for an answer; null when nothing does", nullable = true) @Nullable
        QuestionView question,

        @Schema(description = "how far it is; null once there is a verdict", nullable = true)
        BlockView.@Nullable ProgressView progress,

        @Schema(description = "null while facts are missing", nullable = true) @Nullable
        VerdictView verdict,

        @Schema(description = "facts needed next, the first one first")
        List<String> needs,

        @Schema(description = "the answers that count") List<AnswerView> answers,

        @Schema(description = "cost parameters that somebody set")
        List<SettingView> parameters,

        @JsonProperty("opened_at") Instant openedAt) {

    /** One or more questions on one card. */
    @Serdeable
    record QuestionView(
            @Schema(description = "key of the message that asks")
            String message,

            @Schema(description = "the reason for asking") String why,
            List<InputView> inputs) {}

    /** A cost parameter as somebody set it. */
    @Serdeable
    record SettingView(
            @Schema(description = "key of the parameter") String parameter,
            BigDecimal value,
            String author,
            Instant at,

            @Schema(description = "the words it was read from; empty when it was clicked")
            String quote) {}

    /** An answer as it stands. */
    @Serdeable
    record AnswerView(
            @Schema(description = "id of the fact") String fact,
            @Schema(ref = "#/components/schemas/Value") Object value,

            @Schema(
                    description = "said; assumed: nobody knows; skipped: left for later",
                    allowableValues = {"said", "assumed", "skipped"})
            String basis,

            String author,
            Instant at,

            @Schema(description = "the words it was read from; empty when it was clicked")
            String quote) {}
}
