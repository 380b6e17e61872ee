package dev.tunewise.terminal;

import dev.tunewise.cost.TokenCounter;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.name.ModelLookup;
import dev.tunewise.price.offer.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tokens count}: says how many tokens a text has. */
@Command(
        name = "tokens",
        description = "Counts the tokens of a text.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(count)")
public record TokensCommand(PrintStream out, InputStream in, PriceCatalogue catalogue, Supplier<LocalDate> today)
        implements Runnable {
    @Override
    public void run() {
        CommandLine.usage(this, out);
    }

    @Command(
            name = "count",
            description = "Counts the tokens of a file, or of what is piped in.",
            mixinStandardHelpOptions = true)
    void count(
            @Parameters(
                            paramLabel = "FILE",
                            arity = "0..1",
                            defaultValue = "-",
                            description = "The text; without it, what is piped in.")
                    String file,
            @Option(
                            names = {"-m", "--model"},
                            paramLabel = "MODEL",
                            description = "The model that will read it, by a name people use.")
                    @Nullable
                    String model) {
        Model known = null;
        if (model != null) {
            ModelLookup found = catalogue.lookup(model, today.get());
            if (!(found instanceof ModelLookup.Found(Model named, var _))) {
                throw PricesCommand.unclear(model, found);
            }
            known = named;
        }
        TokenCounter.Count count = new TokenCounter().count(text(file), known);
        out.println("%,d tokens (%s%s)"
                .formatted(count.tokens(), count.encoding(), count.approximate() ? ", approximate" : ""));
        if (count.approximate()) {
            out.println(count.why());
        }
    }

    private String text(String file) {
        try (InputStream from = file.equals("-") ? in : Files.newInputStream(Path.of(file))) {
            byte[] read = from.readNBytes(TokenCounter.LONGEST + 1);
            if (read.length > TokenCounter.LONGEST) {
                throw new Refusal("`" + file
                        + "` is larger than %,d bytes, the most that is counted at once."
                                .formatted(TokenCounter.LONGEST));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new Refusal("`" + file + "` is not UTF-8 text.");
        } catch (IOException e) {
            throw new Refusal("`" + file + "` cannot be read: there is no such file, or it may not be read.");
        }
    }
}
