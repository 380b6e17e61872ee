package dev.tunewise.flowfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.Problems;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.testing.FlowEdits;
import dev.tunewise.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlowLoaderTest {
    private static final Path CASES = Path.of("src/test/resources/flowfile");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> found = Files.list(CASES)) {
            return found
                    .filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Each case is the small flow with some lines changed for the worse, and everything that must be said about it. */
    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrong(String name) {
        String edits = FlowEdits.read(CASES.resolve(name).resolve("edits.txt"));
        FlowLoadResult loading = new FlowLoader().load(FlowEdits.files(edits));
        assertInstanceOf(FlowLoadResult.Refused.class, loading, "A wrong flow must be refused");
        Golden.check(CASES.resolve(name).resolve("problems.txt"), Problems.render(loading.problems()));
    }

    @Test
    void loadsTheSmallFlow() {
        FlowLoadResult.Loaded loaded = FlowEdits.backupPlan();
        Flow flow = loaded.flow();
        assertEquals(List.of(), loaded.problems());
        assertEquals("backup-plan", flow.id());
        assertEquals(3, flow.version());
        assertEquals(9, flow.maxQuestions());
        assertTrue(flow.topics().get(1).oneCard());
        assertEquals(
                List.of("photos", "accounts", "films", "scratch"),
                flow.facts().getFirst().choices());
        Fact size = flow.fact("size_gb").orElseThrow();
        assertEquals("gigabytes", size.id());
        assertEquals(new Unit(Unit.Kind.COUNT, "gigabytes"), size.unit());
        assertEquals(Value.Quantity.of(new java.math.BigDecimal("200")), size.assume());
        assertEquals(
                new Unit(Unit.Kind.PER_DAY, "gigabytes"),
                flow.fact("upload").orElseThrow().unit());
        assertEquals("providers", flow.fact("provider").orElseThrow().catalogue());
        assertEquals(
                List.of("price"),
                flow.figure("months_until_full").orElseThrow().inputs().get(1).unlessKnown());
        assertTrue(flow.verdict("cloud").asksGates());
        assertEquals("upload-all", flow.rules().get(3).next());
        assertEquals("Three copies", flow.sources().get("handbook").sections().get("copies"));
        assertEquals(List.of("pictures", "holiday snaps"), flow.synonyms().get("kinds.photos"));
        assertEquals(List.of("may leave"), flow.synonyms().get("may_leave.yes"));
        assertEquals("To get a file back from the backup.", flow.glossary().get("restore"));
        assertEquals("Keep it in the house.", flow.texts().entries().get("rules.must-stay.headline"));
        assertEquals(5, loaded.stories().size());
    }

    @Test
    void knowsWhatMayBeMovedAndWhichThresholdTellsMost() {
        assertEquals(Flow.Controls.NONE, FlowEdits.backupPlan().flow().controls());
        Flow.Controls controls = FlowEdits.loaded("""
                        @flow.yaml
                        -max_questions: 9
                        +max_questions: 9
                        +controls:
                        +  sliders: [{fact: price, from: 0.5, to: 50, billed_by: upload}, {fact: disks, from: 1, to: 9}]
                        +  thresholds: [budget, price]
                        +  tipping: {figure: months_until_full, rival: tier}
                        """).flow().controls();
        assertEquals(
                new Flow.Slider("price", new java.math.BigDecimal("0.5"), new java.math.BigDecimal("50"), "upload"),
                controls.sliders().getFirst());
        assertEquals(List.of("budget", "price"), controls.thresholds());
        assertEquals(new Flow.Tipping("months_until_full", "tier", null, null), controls.tipping());
    }

    @Test
    void joinsTheExamplesOfAValueThatStandsInTwoFiles() {
        Flow flow = FlowEdits.loaded("""
                        @utterances/en.yaml
                        +kinds:
                        +  photos: ["All our pictures of the family."]
                        @utterances/en-more.yaml
                        +kinds:
                        +  photos: ["Snaps of the last holidays."]
                        """).flow();
        assertEquals(
                Set.of("All our pictures of the family.", "Snaps of the last holidays."),
                Set.copyOf(flow.utterances().get("kinds.photos")));
    }

    @Test
    void warnsWithoutRefusing() {
        FlowLoadResult.Loaded loaded = FlowEdits.loaded("""
                @flow.yaml
                -  small: "gigabytes < 100"
                +  small: "gigabytes < 100"
                +  tiny: "gigabytes < 1"
                -  money: {}
                +  money: {}
                +  weather: {}
                -  - {id: disk}
                +  - {id: disk}
                +  - {id: tape}
                -figures:
                +  colour: {type: yes-no, topic: money, assume: false}
                +figures:
                +  weight: {type: quantity, unit: kilograms, inputs: [disks]}
                @sources.yaml
                +almanac: {title: An almanac}
                @texts/en.yaml
                -topics: {data: Your data, rules-of-the-house: Rules of the house, money: Money}
                -verdicts: {nothing: Nothing, disk: A disk, cloud: The cloud}
                +topics: {data: Your data, rules-of-the-house: Rules of the house, money: Money, weather: Weather}
                +verdicts: {nothing: Nothing, disk: A disk, cloud: The cloud, tape: A tape}
                -figures:
                +  colour: {label: Colour, question: Which?, why: To know.}
                +figures:
                +  weight: {label: Weight}
                @texts/de.yaml
                +title: Welche Sicherung?
                """);
        assertEquals(
                Set.of(
                        "unused-topic",
                        "unused-verdict",
                        "unused-term",
                        "unused-fact",
                        "unused-figure",
                        "unused-source",
                        "missing-text"),
                loaded.problems().stream().map(Problem::code).collect(Collectors.toSet()));
    }

    @Test
    void fingerprintChangesWithTheAdviceOnly() {
        String before = FlowEdits.backupPlan().flow().fingerprint();
        String storyChanged = FlowEdits.loaded("""
                @stories/plans.yaml
                -- name: films on a slow line
                +- name: films on a line that is slow
                """).flow().fingerprint();
        String thresholdChanged = FlowEdits.loaded("""
                @flow.yaml
                -  small: "gigabytes < 100"
                +  small: "gigabytes < 101"
                """).flow().fingerprint();
        assertEquals(before, storyChanged);
        assertNotEquals(before, thresholdChanged);
        assertEquals(16, before.length());
    }

    @Test
    void knowsWhereThePartsStand() {
        SourceMap origins = FlowEdits.backupPlan().origins();
        assertEquals(
                new Position("flow.yaml", 5, 1), origins.at("max_questions").orElseThrow());
        assertEquals(
                new Position("flow.yaml", 32, 15),
                origins.at("facts.changes.choices.never").orElseThrow());
        assertEquals(
                new Position("words/en.yaml", 4, 13),
                origins.at("words.may_leave.yes").orElseThrow());
        assertFalse(origins.at("facts.nothing").isPresent());
        Problem shown = origins.withLine(Problem.error("x", new Position("flow.yaml", 5, 1), "m", "r"));
        assertEquals("max_questions: 9", shown.sourceLine());
    }

    @Test
    void extraChecksSeeRightFlowsAndMayRefuseThem() {
        FlowCheck check = (flow, origins) -> List.of(Problem.error(
                "no-swear-words",
                origins.at("words.kinds.films").orElseThrow(),
                "`movies` is too modern.",
                "Say films."));
        FlowLoadResult loading = new FlowLoader(List.of(check)).load(FlowEdits.files(""));
        assertInstanceOf(FlowLoadResult.Refused.class, loading);
        assertEquals("""
                words/en.yaml:3:3: error [no-swear-words] `movies` is too modern.
                      films: movies
                      ^
                    Say films.
                """, Problems.render(loading.problems()));
        FlowLoadResult wrong = new FlowLoader(List.of((_, _) -> {
                    throw new AssertionError("must not be asked about a wrong flow");
                }))
                .load(FlowEdits.files("@flow.yaml\n-version: 3\n+version: 0"));
        assertInstanceOf(FlowLoadResult.Refused.class, wrong);
    }

    @Test
    void readsFoldersAndSaysWhatCannotBeRead(@TempDir Path folder) throws IOException {
        Path flow = folder.resolve("backup-plan");
        FlowFiles small = FlowEdits.files("");
        for (var file : small.texts().entrySet()) {
            Path path = flow.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        assertInstanceOf(FlowLoadResult.Loaded.class, new FlowLoader().load(flow));
        Files.write(flow.resolve("sources.yaml"), new byte[] {'a', (byte) 0xff, (byte) 0xfe});
        Files.write(flow.resolve("glossary/en.yaml"), new byte[3_000_000]);
        List<Problem> problems = new FlowLoader().load(flow).problems();
        assertTrue(problems.stream().anyMatch(problem -> problem.message().equals("It is not UTF-8 text.")));
        assertTrue(problems.stream().anyMatch(problem -> problem.message().contains("larger than 2 MB")));
        List<Problem> nowhere = new FlowLoader().load(folder.resolve("nowhere")).problems();
        assertEquals(
                List.of("unreadable"),
                nowhere.stream().map(Problem::code).limit(1).toList());
    }

    @Test
    void takesWindowsLineEndingsAndByteOrderMarks(@TempDir Path folder) throws IOException {
        Path flow = Files.createDirectories(folder.resolve("backup-plan"));
        for (var file : FlowEdits.files("").texts().entrySet()) {
            Path path = flow.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            String text = file.getValue().replace("\n", "\r\n").replace("changes: daily", "changes: hourly");
            Files.writeString(path, "\uFEFF" + text);
        }
        List<Problem> problems = new FlowLoader().load(flow).problems();
        assertEquals(1, problems.size(), () -> Problems.render(problems));
        assertEquals(16, problems.getFirst().position().line());
    }
}
