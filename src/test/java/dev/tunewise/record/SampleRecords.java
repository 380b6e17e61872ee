package dev.tunewise.record;

import dev.tunewise.advice.Consultant;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.testing.CyclingFlow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records of the cycling flow. */
final class SampleRecords {
    static final Consultant CONSULTANT = new Consultant(CyclingFlow.flow(), CyclingFlow.costing());

    private SampleRecords() {}

    static DecisionRecord riding() {
        return record("Should I cycle?", CyclingFlow.riding());
    }

    /** Everything that people type is the given text. */
    static DecisionRecord typed(String text) {
        SourcedAnswer.Origin origin = new SourcedAnswer.Origin(text, Instant.parse("2026-11-20T08:00:00Z"), text);
        return record(
                text,
                CyclingFlow.riding()
                        .with("bike", new SourcedAnswer(new Value.Choice("broken"), false, origin))
                        .with(
                                "obstacles",
                                new SourcedAnswer(new Value.Choices(List.of("theft", text)), false, origin)));
    }

    static DecisionRecord record(String title, Answers answers) {
        return DecisionRecord.of(
                new RecordInput(
                        title,
                        "cycling",
                        1,
                        "f00d",
                        Instant.parse("2026-11-19T08:00:00Z"),
                        Instant.parse("2026-11-20T09:30:00Z"),
                        answers,
                        Map.of(
                                "wear",
                                new SourcedAnswer(
                                        Value.Quantity.of(new BigDecimal("0.070")),
                                        false,
                                        new SourcedAnswer.Origin(
                                                "Ana", Instant.parse("2026-11-19T08:05:00Z"), "wear is 0.07")))),
                CONSULTANT);
    }
}
