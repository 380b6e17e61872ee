package dev.tunewise.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.record.RecordJson.Reading;
import dev.tunewise.testing.CyclingFlow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {
    private final RecordJson json = new RecordJson();

    @Test
    void importGivesTheSameAdviceAndTheSameExport() {
        DecisionRecord made = SampleRecords.riding();

        DecisionRecord again = imported(json.write(made));

        assertEquals(made.origin(), again.origin());
        assertEquals(made.answer(), again.answer());
        assertEquals(json.write(made), json.write(again));
        assertEquals(
                new RecordMarkdown(CyclingFlow.flow()).write(made),
                new RecordMarkdown(CyclingFlow.flow()).write(again));
    }

    @Test
    void keepsRangesAssumptionsAuthorsAndOddText() {
        Answers answers = CyclingFlow.riding()
                .with(
                        "days",
                        new SourcedAnswer(
                                new Value.Quantity(new BigDecimal("2.50"), new BigDecimal("2"), new BigDecimal("3.0")),
                                false,
                                new SourcedAnswer.Origin(
                                        "\"Bo\" \\ </script>\u0007",
                                        Instant.parse("2026-01-02T03:04:05.678Z"),
                                        "2-3 days\n\u202e")))
                .with("bike", new SourcedAnswer(new Value.Choice("none"), true, null))
                .with("obstacles", SourcedAnswer.of(new Value.Choices(List.of())));
        DecisionRecord made = SampleRecords.record("", answers);

        DecisionRecord again = imported(json.write(made));

        assertEquals(answers, again.origin().answers());
        assertEquals(
                List.copyOf(answers.all().keySet()),
                List.copyOf(again.origin().answers().all().keySet()));
        assertEquals(json.write(made), json.write(again));
    }

    @Test
    void keepsAnUndecidedConsultation() {
        DecisionRecord made = SampleRecords.record("Why?", Answers.none());

        assertEquals(made, imported(json.write(made)));
    }

    @Test
    void remarksThatTheFlowHasChanged() {
        String older = json.write(SampleRecords.riding())
                .replace("f00d", "beef")
                .replace("\"likes_it\" : {\n      \"value\" : true", "\"liked_it\" : {\n      \"value\" : true");

        Reading.Read read = (Reading.Read) json.read(older, RecordJsonTest::consultant);

        assertEquals(
                List.of(
                        "The flow `cycling` has changed since the record was made, so the advice may differ.",
                        "The flow has no fact `liked_it` any more; its answer is left out."),
                read.remarks());
        assertEquals(Optional.empty(), read.origin().answers().get("likes_it"));
    }

    @Test
    void namesAllThatIsWrong() {
        String broken = json.write(SampleRecords.riding())
                .replace("\"value\" : \"good\"", "\"value\" : \"flying\"")
                .replace("\"value\" : 15.0", "\"value\" : \"far\"")
                .replace("\"value\" : 0.070", "\"value\" : \"much\"")
                .replace("2026-11-19T08:00:00Z", "yesterday");

        List<String> problems = ((Reading.Refused) json.read(broken, RecordJsonTest::consultant)).problems();

        assertEquals(4, problems.size(), problems::toString);
        String all = String.join("\n", problems);
        for (String part : List.of(
                "/opened_at",
                "yesterday",
                "/facts/bike/value",
                "flying",
                "/facts/most_distance/value",
                "far",
                "/parameters/wear")) {
            assertTrue(all.contains(part), () -> part + " is not in " + all);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{} {}",
                "{\"format\": \"tunewise-decision-record\"}",
                "{\"format\": \"tunewise-decision-record\", \"format_version\": 1, \"flow\": {\"id\": \"other\"}}",
                "{\"format\": \"tunewise-decision-record\", \"format_version\": 1, \"flow\": {\"id\": \"cycling\"}}",
                "{\"format\": \"tunewise-decision-record\", \"format_version\": 1, \"flow\": {\"id\": \"cycling\"}, \"facts\": []}",
                "{\"format\": \"tunewise-decision-record\", \"format_version\": 1, \"flow\": {\"id\": \"cycling\"}, \"facts\": {\"days\": 3}}",
                "{\"format\": \"tunewise-decision-record\", \"format_version\": 1, \"flow\": {\"id\": \"cycling\"}, \"facts\": {\"days\": {\"value\": 3, \"low\": 4}}}"
            })
    void refusesWhatIsNoRecord(String text) {
        List<String> problems = ((Reading.Refused) json.read(text, RecordJsonTest::consultant)).problems();

        assertTrue(!problems.isEmpty() && problems.stream().noneMatch(String::isBlank), problems::toString);
    }

    @Test
    void readsParametersOfTheFirstVersion() {
        String older =
                "{\"format\": \"tunewise-decision-record\", \"format_version\": 1, \"flow\": {\"id\": \"cycling\"},"
                        + " \"facts\": {}, \"parameters\": {\"wear\": 0.05}}";

        Reading.Read read = (Reading.Read) json.read(older, RecordJsonTest::consultant);

        assertEquals(Map.of("wear", new BigDecimal("0.05")), read.origin().settings());
    }

    @Test
    void refusesRecordsOfANewerVersionByName() {
        String newer = json.write(SampleRecords.riding()).replace("\"format_version\" : 2", "\"format_version\" : 9");

        List<String> problems = ((Reading.Refused) json.read(newer, RecordJsonTest::consultant)).problems();

        assertEquals(
                List.of(
                        "`/format_version` is 9, expected 1 to 2. A newer Tunewise wrote this record: read it with that one."),
                problems);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e999999999", "\"much\"", "null", "{}", "[3]"})
    void refusesAValueThatAParameterCannotHave(String value) {
        String broken = json.write(SampleRecords.riding()).replace("\"value\" : 0.070", "\"value\" : " + value);

        List<String> problems = ((Reading.Refused) json.read(broken, RecordJsonTest::consultant)).problems();

        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.getFirst().contains("/parameters/wear"), problems::toString);
    }

    private DecisionRecord imported(String text) {
        return switch (json.read(text, RecordJsonTest::consultant)) {
            case Reading.Read read -> DecisionRecord.of(read.origin(), SampleRecords.CONSULTANT);
            case Reading.Refused refused -> throw new AssertionError(refused.problems() + " in\n" + text);
        };
    }

    private static Optional<Consultant> consultant(String id) {
        return id.equals("cycling") ? Optional.of(SampleRecords.CONSULTANT) : Optional.empty();
    }
}
