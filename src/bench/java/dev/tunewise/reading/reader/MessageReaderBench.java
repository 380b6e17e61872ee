package dev.tunewise.reading.reader;

import dev.tunewise.reading.ReadingFixture;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading with the shipped flow: 1,000 characters must stay under 5 ms, whatever they are. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MessageReaderBench {
    /** Length of the text; what lies beyond the longest that is read costs nothing. */
    @Param({"1000", "39000"})
    int characters;

    /** What the text repeats. */
    @Param({
        "We classify support tickets into 18 categories with Claude Sonnet 4.6, about 50k a day. Accuracy is 84%, we want 92%. ",
        "5 to ",
        "not ",
        "gpt-",
        "{\"",
        "2 ",
        "from 80 to 90 ",
        "a day a day ",
        "(a (b ",
        "one model 2 2 2 ",
        "tuned model ",
        "rag ",
        "1234567890"
    })
    String piece;

    private MessageReader reader;
    private String text;
    private int read;

    /** Makes the reader and the text. */
    @Setup
    public void prepare() {
        reader = ReadingFixture.reader();
        text = piece.repeat(characters / piece.length() + 1).substring(0, characters);
    }

    /** One message, each time another one, since what was read just before is remembered. */
    @Benchmark
    public Reading read() {
        return reader.read(read++ + ". " + text, ReadingContext.none());
    }

    /** A reader for the flow, as a hot reload makes it. */
    @Benchmark
    public MessageReader build() {
        return ReadingFixture.reader();
    }
}
