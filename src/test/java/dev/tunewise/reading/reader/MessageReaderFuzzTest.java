package dev.tunewise.reading.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.reading.ReadingFixture;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderFuzzTest {
    private static final long SEED = 20_261_120;
    /** Four for a reader that takes time in proportion, sixteen for one that goes over the text again for each character. */
    private static final double MOST_TIMES_LONGER = 10;

    private static final int ROUNDS = 5;
    private static final Flow FLOW = ReadingFixture.flow();
    private static final MessageReader READER = new MessageReader(FLOW, ReadingFixture.names());
    private static final List<String> WORDS = words();

    private static List<String> words() {
        TreeSet<String> words = new TreeSet<>();
        FLOW.synonyms()
                .values()
                .forEach(list -> list.forEach(pattern -> words.addAll(List.of(pattern.split("[^a-z]+")))));
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(
                "50k",
                "1.2M",
                "88%",
                "$60",
                "1,5k",
                "1.200",
                "5m",
                "€2",
                "not",
                "if",
                "?",
                ".",
                ",",
                "\n",
                "(",
                ")",
                "\"",
                "`",
                "~",
                ">",
                "-",
                "—",
                "a day",
                "per 1k",
                "gpt-5.4",
                "sonnet",
                "4.6",
                "😀",
                "between",
                "and",
                "3-5",
                "half a million",
                "twenty-five",
                "e.g.",
                "https://a.b/50k",
                "<@U1>",
                "{",
                "}",
                "we",
                "don't",
                "sorry",
                "24/7",
                "12:30",
                "½",
                "±",
                "0.88",
                "2026-08-01",
                "#4521",
                "\u0301",
                "\u200b",
                "１２",
                "٣"));
        return List.copyOf(all);
    }

    @Test
    void takesAnyMixtureOfItsOwnWords() {
        for (int round = 0; round < 200; round++) {
            Random random = new Random(SEED + round);
            StringBuilder text = new StringBuilder();
            int count = 1 + random.nextInt(40);
            for (int i = 0; i < count; i++) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(8) == 0 ? "" : " ");
            }
            check(text.toString(), random, "words, seed " + (SEED + round));
        }
    }

    @Test
    void takesAnyCharacters() {
        for (int round = 0; round < 120; round++) {
            Random random = new Random(SEED + round);
            StringBuilder text = new StringBuilder();
            int count = random.nextInt(200);
            for (int i = 0; i < count; i++) {
                switch (random.nextInt(4)) {
                    case 0 -> text.append((char) (' ' + random.nextInt(95)));
                    case 1 -> text.append((char) random.nextInt(0x10000));
                    case 2 -> text.appendCodePoint(random.nextInt(0x110000));
                    default -> text.append(WORDS.get(random.nextInt(WORDS.size())));
                }
            }
            check(text.toString(), random, "characters, seed " + (SEED + round));
        }
    }

    private void check(String text, Random random, String where) {
        ReadingContext context = context(random);
        Reading reading;
        try {
            reading = READER.read(text, context);
        } catch (RuntimeException e) {
            throw new AssertionError(where + ": " + text, e);
        }
        for (ExtractedAnswer read : reading.reads()) {
            assertEquals(read.quote(), text.substring(read.start(), read.end()), where);
            var fact = FLOW.fact(read.fact()).orElseThrow();
            if (read.value() instanceof Value.Quantity quantity) {
                assertTrue(dev.tunewise.flow.format.FactValueParser.fits(fact, quantity.value()), where + ": " + read);
            }
            assertTrue(
                    reading.asks().stream().noneMatch(ask -> ask.fact().equals(read.fact())),
                    where + ": read and asked " + read);
        }
        reading.unread().forEach(span -> assertTrue(span.end() <= text.length(), where));
        assertEquals(reading, READER.read(text, context), where + ": the same text, another reading");
    }

    private ReadingContext context(Random random) {
        List<String> open = new ArrayList<>();
        Answers answers = Answers.none();
        for (var fact : FLOW.facts()) {
            if (random.nextInt(12) == 0) {
                open.add(fact.id());
            }
            if (random.nextInt(12) == 0) {
                answers = answers.with(fact.id(), SourcedAnswer.of(fact.assume()));
            }
        }
        return new ReadingContext(open, answers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We classify support tickets into 18 categories with Claude Sonnet 4.6, about 50k a day. Accuracy is 84%, we want 92%. ",
                "we ",
                "not ",
                "50k a day ",
                "accuracy is at is at ",
                "gpt-",
                "gpt ",
                "{\"",
                "\"",
                "`",
                "'a ",
                "~a ",
                "<a",
                "<pre>",
                "@a",
                "1,",
                "1 000 ",
                "5 to ",
                "twenty-",
                "one hundred ",
                "per ",
                "$",
                "\n",
                "> a\n",
                "é",
                "a\u0300",
                "😀",
                ":a",
                "exmaples acuracy ",
                "if we had the ",
                "# ",
                "https://"
            })
    void needsTimeInProportionToTheText(String piece) {
        String whole = piece.repeat(MessageReader.LONGEST / piece.length() + 1).substring(0, MessageReader.LONGEST);
        String quarter = whole.substring(0, MessageReader.LONGEST / 4);
        double ratio = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS && ratio > MOST_TIMES_LONGER; i++) {
            ratio = Math.min(ratio, (double) quickest(whole) / quickest(quarter));
        }
        assertTrue(
                ratio < MOST_TIMES_LONGER, piece + " takes " + ratio + " times as long when it is four times as long");
    }

    private long quickest(String text) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            long start = cpu();
            READER.read(text, ReadingContext.none());
            best = Math.min(best, cpu() - start);
        }
        return best;
    }

    /** Time of this thread alone, so that a busy machine does not matter. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void takesAMillionCharacters() {
        Reading reading = READER.read("50k tickets a day. ".repeat(55_000), ReadingContext.none());
        assertEquals(1, reading.reads().size());
    }
}
