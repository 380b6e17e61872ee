package dev.tunewise.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.reader.PatternCheck;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.result.ParameterReadings;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people say of the numbers behind the costs. */
class ParameterReadingTest {
    private static final Flow FLOW = ReadingFixture.flow();
    private static final MessageReader READER = ReadingFixture.reader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what if labels cost $3? | label_usd_each=3",
                "what if labels are 50 cents each? | label_usd_each=0.5",
                "what if a label costs 3 | label_usd_each=3",
                "what if labels were free | label_usd_each=0",
                "what if an engineer costs 90 an hour | engineer_usd_per_hour=90",
                "what would change if engineers cost $150 per hour? | engineer_usd_per_hour=150",
                "what if the engineering rate is $120 | engineer_usd_per_hour=120",
                "what if the horizon is 24 months | horizon_months=24",
                "what if the time horizon is three years | horizon_months=36",
                "what if we retrain every 2 months | retrains_per_year=6",
                "what if we retrain 6 times a year? | retrains_per_year=6",
                "what if we retrain every two weeks | retrains_per_year=26",
                "what if retraining is monthly | retrains_per_year=12",
                "what if GPUs are $1.80 an hour | gpu_usd_per_hour_h100=1.8",
                "what if an H100 is 2 dollars an hour | gpu_usd_per_hour_h100=2",
                "what if utilisation is 30 % | gpu_utilisation=0.3",
                "what if cached read is 10 % | cached_read_multiplier=0.1",
                "what if caching gives 75% off | cached_read_multiplier=0.25",
                "what if batch gives 40 % off | batch_multiplier=0.6",
                "what if cache hits are 90 % | cache_hit_rate=0.9",
                "what if caching doesn't work for us? | cache_hit_rate=0",
                "what if we cannot cache the prompt? | cache_hit_rate=0",
                "what if training fails? | training_fails_share=1",
                "what happens if the fine-tuning doesn't work? | training_fails_share=1",
                "what if tuning brings no improvement? | training_fails_share=1",
                "what if training fails in 40 % of the cases? | training_fails_share=0.4",
                "what if the gap only closes by half? | gap_closed_share=0.5",
                "what if prices fall 70 % a year | price_drop_per_year=0.7",
                "what if we get a 25 % committed-use discount? | vendor_price_share=0.75",
                "what if reserved GPUs are 40 % cheaper? | gpu_price_share=0.6",
                "what if upkeep takes 10 hours a month | maintenance_hours_per_month_tuned=10",
                "what if fine-tuning takes 3 weeks | engineer_hours_fine_tuning=120",
                "what if fine-tuning takes 200 hours | engineer_hours_fine_tuning=200",
                "what if tuning closes only half the gap | gap_closed_share=0.5",
                "what if it closes 60 % of the gap | gap_closed_share=0.6",
                "what if we evaluate 4 times a month | eval_runs_per_month=4",
                "what if training needs 500 examples | training_examples=500",
                "what if we use 4 replicas | gpu_replicas_minimum=4",
                "what if the discount rate is 8 % | discount_rate_per_year=0.08",
                "what if labels cost $3 and we do 100k a day | label_usd_each=3 calls_per_day=100000",
                "what if an error costs 2 dollars and we do 100k a day | error_cost=2 calls_per_day=100000",
                "what if an error costs 0.05 and we do 100k a day | error_cost=0.05 calls_per_day=100000",
                "what if we do 100k a day and each mistake costs about 2? | calls_per_day=100000 error_cost=2",
                "what if a label is $3.50 and the horizon is 2 years | label_usd_each=3.5 horizon_months=24",
            })
    void supposes(String text, String expected) {
        Intent.WhatIf supposed = assertInstanceOf(
                Intent.WhatIf.class, READER.read(text, ReadingContext.none()).intent());
        assertEquals(
                expected(expected),
                values(Stream.concat(supposed.changes().stream(), supposed.settings().reads().stream())
                        .toList()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "labels cost us $3 each | label_usd_each=3",
                "we pay $0.02 per label | label_usd_each=0.02",
                "our engineers cost 90 an hour | engineer_usd_per_hour=90",
                "our horizon is 18 months | horizon_months=18",
                "we retrain every quarter | retrains_per_year=4",
                "price of a label: 2 | label_usd_each=2",
            })
    void setsForGood(String text, String expected) {
        Reading reading = READER.read(text, ReadingContext.none());
        assertEquals(expected(expected), values(reading.settings().reads()), reading.toString());
        assertEquals(List.of(), reading.reads());
    }

    @Test
    void whatAllLabelsCostIsSharedByTheirNumber() {
        Reading reading = READER.read("$4,000 for labelling 2,000 examples", ReadingContext.none());
        assertEquals(expected("label_usd_each=2"), values(reading.settings().reads()));
        assertEquals(
                List.of("examples"),
                reading.reads().stream().map(ExtractedAnswer::fact).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we have 800 labels, 500 of them verified",
                "labels cost us $400 altogether",
                "labelling cost us $200 in total",
                "the total labelling cost is $90",
                "labels cost us $900 for all of them",
                "our engineers label 90 an hour",
                "we have 2 engineers and 90 examples",
                "do labels cost $3?",
                "labels don't cost $3",
                "we want labels to cost $1"
            })
    void leavesAlone(String text) {
        assertEquals(
                ParameterReadings.NONE, READER.read(text, ReadingContext.none()).settings());
    }

    @Test
    void asksBackWhatCanBeReadInTwoWays() {
        Intent.WhatIf supposed = assertInstanceOf(
                Intent.WhatIf.class,
                READER.read("what if labels cost 1.200?", ReadingContext.none()).intent());
        Clarification ask = supposed.settings().asks().getFirst();
        assertEquals("label_usd_each", ask.fact());
        assertEquals(
                List.of(Value.Quantity.of(new BigDecimal("1200")), Value.Quantity.of(new BigDecimal("1.2"))),
                ask.options().stream().map(Clarification.Option::value).toList());
    }

    @Test
    void everyExampleIsReadAsItsParameter() {
        FLOW.parameters().stream()
                .filter(parameter -> !parameter.example().isEmpty())
                .forEach(parameter -> {
                    Intent intent = READER.read(parameter.example(), ReadingContext.none())
                            .intent();
                    Intent.WhatIf supposed = assertInstanceOf(Intent.WhatIf.class, intent, parameter.example());
                    assertEquals(
                            List.of(parameter.key()),
                            supposed.settings().reads().stream()
                                    .map(ExtractedAnswer::fact)
                                    .toList(),
                            parameter.example());
                });
    }

    @Test
    void everyParameterOfTheCostModelCanBeSaid() {
        TreeSet<String> said = new TreeSet<>();
        FLOW.parameters().forEach(parameter -> said.add(parameter.key()));
        TreeSet<String> known = new TreeSet<>();
        Parameters.shipped().all().stream().map(CostParameter::key).forEach(known::add);
        assertEquals(known, said);
    }

    @Test
    void wordsAreUsableAndClaimNothingOfOthers() {
        List<Problem> problems = PatternCheck.check(FLOW, (key, _) -> new Position(key, 1, 1)).stream()
                .filter(problem -> problem.position().file().startsWith("parameters/"))
                .toList();
        assertTrue(problems.isEmpty(), problems.toString());
    }

    private static Map<String, BigDecimal> expected(String text) {
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (String pair : text.strip().split(" ")) {
            String[] parts = pair.split("=");
            expected.put(parts[0], new BigDecimal(parts[1]).stripTrailingZeros());
        }
        return expected;
    }

    private static Map<String, BigDecimal> values(List<ExtractedAnswer> reads) {
        Map<String, BigDecimal> values = new TreeMap<>();
        for (ExtractedAnswer read : reads) {
            values.put(
                    read.fact(),
                    assertInstanceOf(Value.Quantity.class, read.value()).value().stripTrailingZeros());
        }
        return values;
    }
}
