package dev.tunewise.record;

import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a record is made from; everything else in it follows. Read from a JSON record, it gives the same record again as long as the flow is the same.
 *
 * @param title the problem in the words of whoever opened the consultation; may be empty
 * @param openedAt when the consultation was opened, or null where nobody noted it
 * @param changedAt when it last changed, or null where nobody noted it
 * @param answers all answers with their authors, assumed ones included
 * @param parameters cost parameters set by hand, with who set them
 */
public record RecordInput(
        String title,
        String flow,
        int version,
        String fingerprint,
        @Nullable Instant openedAt,
        @Nullable Instant changedAt,
        Answers answers,
        Map<String, SourcedAnswer> parameters) {
    public Map<String, BigDecimal> settings() {
        Map<String, BigDecimal> settings = new LinkedHashMap<>();
        parameters.forEach((key, given) -> {
            if (given.value() instanceof Value.Quantity(BigDecimal value, var _, var _)) {
                settings.put(key, value);
            }
        });
        return settings;
    }
}
