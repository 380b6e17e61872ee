package dev.tunewise.conversation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Adviser;
import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.testing.CyclingFlow;
import dev.tunewise.testing.SampleCosts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswerBlocksTest {
    private final Adviser adviser = new Adviser(CyclingFlow.flow(), CyclingFlow.figures());
    private final AnswerBlocks answerBlocks = new AnswerBlocks(CyclingFlow.flow());

    @Test
    void firstScreenHoldsVerdictReasonsAndWhatToDo() {
        List<Block> blocks = blocks(CyclingFlow.riding());

        assertEquals(new Block.Heading("Yes. It pays back in 7.5 months."), blocks.get(0));
        assertEquals(
                List.of("You like it. (Likes it: yes) (The bike book)", "You ride 4 days. (The bike book)"),
                ((Block.Bullets) blocks.get(1))
                        .items().stream().map(Text::characters).toList());
        assertTrue(blocks.stream().skip(2).allMatch(Block.Details.class::isInstance), blocks::toString);
    }

    @Test
    void aCardTellsInTenSecondsWhatTheTableSays() {
        Answers answers = CyclingFlow.riding();
        DecisionCard card = answerBlocks.card(
                adviser.advise(answers), adviser.outlook(answers), Optional.of(SampleCosts.view()), CaseAnswer.NONE);

        assertEquals(
                List.of(
                        "Do this: Ride (steel|frame)",
                        "Money: $684.00 over 12 months, $0.00 less than today. $600.00 once, then $7.00 a month plus wrong answers.",
                        "Changes if: Distance: 16 km or more → No: Bus",
                        "Assumed: Wear: $0.05 per km"),
                card.rows().stream().map(row -> row.name() + ": " + row.text()).toList());
        assertEquals("Go ahead for $600.00 once? It can be live about 1 week later.", card.toDecide());
    }

    @Test
    void whatIsOutOfReachIsToldInTheListAndNotOnTheCard() {
        Answers answers = CyclingFlow.riding().with("distance", SourcedAnswer.of(Value.Quantity.of(0.25)));
        DecisionCard card = answerBlocks.card(
                adviser.advise(answers), adviser.outlook(answers), Optional.of(SampleCosts.view()), CaseAnswer.NONE);

        assertTrue(card.rows().stream().noneMatch(row -> row.text().contains("16 km")), card::toString);
        String all = changes(answers);
        assertTrue(all.contains("Distance: 16 km or more"), all);
    }

    @Test
    void foldsTheRestUnderTitlesThatSayWhatIsInside() {
        assertEquals(
                List.of(
                        "What it costs",
                        "Before you go ahead",
                        "Training, rollout and upkeep",
                        "What was assumed: 1",
                        "The whole ladder",
                        "How this came about"),
                blocks(CyclingFlow.riding()).stream()
                        .filter(Block.Details.class::isInstance)
                        .map(block -> ((Block.Details) block).summary())
                        .toList());
    }

    @Test
    void showsOnlyTheVerdictsOwnParts() {
        Answers answers = CyclingFlow.riding()
                .with("bike", new SourcedAnswer(new Value.Choice("broken"), true, null))
                .with("obstacles", SourcedAnswer.of(new Value.Choices(List.of("theft"))));
        Map<String, String> folded = folded(answers);

        assertEquals(
                List.of(
                        "How this came about",
                        "The whole ladder",
                        "What it costs",
                        "What to watch: 1",
                        "What was assumed: 2"),
                folded.keySet().stream().sorted().toList());
        assertEquals("Theft. Mind theft.", folded.get("What to watch: 1"));
        assertEquals("Bike: Needs repair\nWear: $0.05 per km. A figure of our own.", folded.get("What was assumed: 2"));
        String asked = changes(answers);
        assertTrue(asked.contains("Bike: Needs repair. Another value would change the answer."), asked);
    }

    @Test
    void tellsFlipsInWords() {
        String flips = changes(CyclingFlow.riding());

        assertTrue(flips.contains("Distance: 16 km or more → No: Bus"), flips);
        assertTrue(flips.contains("Bike: Needs repair → Not yet: Repair the bike"), flips);
        assertTrue(flips.contains("Obstacles: also “No shower” → No: Stay"), flips);
    }

    @Test
    void numbersTheFlowsOwnSteps() {
        assertEquals(
                "Training\nPump up the tyres.\nStart early.\nUpkeep\nOil the chain.",
                folded(CyclingFlow.riding()).get("Training, rollout and upkeep"));
    }

    @Test
    void putsCostsIntoATableWithRangesAndWhatIsNotPriced() {
        List<Block> cost = answerBlocks.sections().cost(SampleCosts.view(), true);
        Block.Table table = (Block.Table) cost.get(1);

        assertEquals("Cost of the options that matter, total over 12 months: at 4 days", table.caption());
        assertEquals(
                "Ride (steel|frame) (recommended) / $600.00 / $7.00 /  / $684.00 ($650–$700) / 7.5 months (6 months to never)",
                table.rows().get(1).stream().map(Text::characters).collect(Collectors.joining(" / ")));
        assertEquals(2, table.rows().size(), "what is not priced has no row of amounts");
        Block.Bullets unpriced = (Block.Bullets) answerBlocks.sections().cost(SampleCosts.view(), false).stream()
                .filter(block -> block instanceof Block.Bullets bullets
                        && bullets.items().getFirst().characters().startsWith("Taxi"))
                .filter(block ->
                        ((Block.Bullets) block).items().getFirst().characters().endsWith("price per km"))
                .findFirst()
                .orElseThrow();
        assertEquals("Taxi: price per km", unpriced.items().getFirst().characters());
        table.rows().forEach(row -> assertEquals(table.columns().size(), row.size()));
        assertTrue(cost.stream().anyMatch(Block.Picture.class::isInstance));
        assertTrue(cost.contains(
                new Block.Note(Block.Tone.WARNING, Text.plain("Bus ticket: The price is 120 days old."))));
    }

    @Test
    void explainsWithAuthorTimeAndQuote() {
        Answers quoted = CyclingFlow.riding()
                .with(
                        "bike",
                        new SourcedAnswer(
                                new Value.Choice("broken"),
                                false,
                                new SourcedAnswer.Origin(
                                        "Bo *_*", Instant.parse("2026-11-20T08:05:00Z"), "**{fare}** broke")));

        String explanation = written(answerBlocks.sections().explanation(adviser.advise(quoted)));

        assertTrue(
                explanation.contains("Bike: Needs repair. Bo *_*, 20 Nov 2026 08:05 UTC: “**{fare}** broke”"),
                explanation);
        assertTrue(explanation.contains("The bike book, “On locks”"), explanation);
    }

    @Test
    void namesWhatWasTriedBeforeByItsAnswerAndNeverByItsRule() {
        String explanation = written(answerBlocks
                .sections()
                .explanation(
                        adviser.advise(CyclingFlow.riding().with("bike", SourcedAnswer.of(new Value.Choice("none"))))));

        assertTrue(explanation.contains("Not the case: Days: under 2 days"), explanation);
        assertFalse(
                Stream.of("Far", "Soaked", "Broken").anyMatch(rule -> explanation.contains("rules out: " + rule)),
                explanation);
    }

    @Test
    void hasNothingToShowWhileNothingIsDecided() {
        assertEquals(List.of(), blocks(Answers.none()));
    }

    private List<Block> blocks(Answers answers) {
        return answerBlocks.answer(adviser.advise(answers), Optional.of(SampleCosts.view()), CaseAnswer.NONE);
    }

    private String changes(Answers answers) {
        return written(answerBlocks.changes(
                adviser.advise(answers), adviser.outlook(answers), Optional.of(SampleCosts.view())));
    }

    private Map<String, String> folded(Answers answers) {
        return blocks(answers).stream()
                .filter(Block.Details.class::isInstance)
                .map(Block.Details.class::cast)
                .collect(Collectors.toMap(Block.Details::summary, details -> written(details.blocks())));
    }

    private static String written(List<Block> blocks) {
        return blocks.stream().map(AnswerBlocksTest::written).collect(Collectors.joining("\n"));
    }

    private static String written(Block block) {
        return switch (block) {
            case Block.Paragraph(Text text) -> text.characters();
            case Block.Bullets(var items) ->
                items.stream().map(Text::characters).collect(Collectors.joining("\n"));
            case Block.Pairs(var pairs) ->
                pairs.stream()
                        .map(pair -> pair.name() + ": " + pair.value().characters())
                        .collect(Collectors.joining("\n"));
            default -> block.toString();
        };
    }
}
