package dev.tunewise.api.consultation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.api.advice.AnswerView;
import dev.tunewise.api.advice.VerdictView;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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

        BlockView.@Nullable ProgressView progress,

        @Nullable VerdictView verdict,

        @Nullable AnswerView answer,

        List<String> needs,

        List<FactAnswerView> answers,

        List<SettingView> parameters,

        @JsonProperty("opened_at") Instant openedAt) {

    /** One or more questions on one card. */
    @Serdeable
    record QuestionView(String message, String why, List<InputView> inputs) {}

    /** A cost parameter as somebody set it. */
    @Serdeable
    record SettingView(String parameter, BigDecimal value, String author, Instant at, String quote) {}

    /** An answer as it stands. */
    @Serdeable
    record FactAnswerView(String fact, Object value, String basis, String author, Instant at, String quote) {}
}
