package dev.tunewise.api.consultation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A consultation after an event, or as it stands. */
@Serdeable
public record ConversationView(
        String id,
        String flow,
        long version,
        boolean repeated,
        String title,
        String state,
        List<MessageView> messages,
        @Nullable QuestionView question,
        BlockJson.@Nullable ProgressView progress,
        @Nullable Map<String, @Nullable Object> verdict,
        @Nullable Map<String, @Nullable Object> answer,
        List<String> needs,
        List<FactAnswerView> answers,
        @Nullable LeaningView leaning,
        List<FactView> facts,
        List<SettingView> parameters,
        @JsonProperty("opened_at") Instant openedAt) {
    /** One or more questions on one card. */
    @Serdeable
    record QuestionView(String message, String why, List<InputView> inputs) {}

    /** A cost parameter as somebody set it. */
    @Serdeable
    record SettingView(String parameter, BigDecimal value, String author, Instant at, String quote) {}

    /** What the answers lean to, and what that hangs on. */
    @Serdeable
    record LeaningView(
            @Nullable String option,
            String lever,
            @JsonProperty("fine_tune") String fineTune,
            String headline,
            double probability,
            List<String> decides) {}

    /** A fact that the leaning takes in, said or not. */
    @Serdeable
    record FactView(
            String fact,
            Object value,
            String status,
            String author,
            @Nullable Instant at,
            String quote,
            List<String> from) {}

    /** An answer as it stands. */
    @Serdeable
    record FactAnswerView(String fact, Object value, String basis, String author, Instant at, String quote) {}
}
