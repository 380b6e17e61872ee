package dev.tunewise.price;

import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.file.LoadResult;
import dev.tunewise.price.name.ModelLookup;
import dev.tunewise.price.update.LiteLlmFile;
import dev.tunewise.price.update.PriceImport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Importing LiteLLM's file, 2,986 keys: under a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PriceBench {
    private final PriceCatalogue catalogue = PriceFiles.shipped();
    private byte[] file = {};

    /** Unpacks the real file once. */
    @Setup
    public void read() throws IOException {
        try (InputStream packed = PriceBench.class.getResourceAsStream("/price/litellm-prices.json.gz")) {
            if (packed == null) {
                throw new IOException("The test resources lack LiteLLM's file");
            }
            file = new GZIPInputStream(packed).readAllBytes();
        }
    }

    /** Reading, checking and comparing the whole file. */
    @Benchmark
    public PriceImport importPrices() {
        return switch (LiteLlmFile.read("litellm.json", new ByteArrayInputStream(file))) {
            case LoadResult.Ok<LiteLlmFile>(LiteLlmFile prices) ->
                PriceImport.compare(catalogue, prices, LocalDate.of(2026, 11, 20), List.of());
            case LoadResult.Refused<LiteLlmFile> refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** Finding a model by a name people use. */
    @Benchmark
    public ModelLookup lookup() {
        return catalogue.lookup("Claude Sonnet 4.6", LocalDate.of(2026, 11, 20));
    }

    /** Loading the shipped catalogue. */
    @Benchmark
    public PriceCatalogue load() {
        return PriceFiles.shipped();
    }
}
