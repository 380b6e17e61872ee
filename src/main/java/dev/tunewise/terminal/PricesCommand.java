package dev.tunewise.terminal;

import dev.tunewise.diagnostics.Problems;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.figure.ImplausiblePrice;
import dev.tunewise.price.file.LoadResult;
import dev.tunewise.price.name.ModelLookup;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.table.HardwareTables;
import dev.tunewise.price.table.PriceTables;
import dev.tunewise.price.update.CatalogueDiff;
import dev.tunewise.price.update.LiteLlmFile;
import dev.tunewise.price.update.OverlayFile;
import dev.tunewise.price.update.PriceImport;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prices list | show | import | diff}: looks at the price catalogue and brings it up to date. */
@Command(
        name = "prices",
        description = "Shows the price catalogue and takes up new prices.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "(list | show | import | diff)")
public final class PricesCommand implements Runnable {
    private static final int OK = 0;
    private static final int REFUSED = 1;

    private final PrintStream out;
    private final PrintStream err;
    private final Supplier<LocalDate> today;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "Own or imported prices (JSON), laid over the shipped ones.",
            scope = CommandLine.ScopeType.INHERIT)
    @Nullable
    Path own;

    /** A command that writes what was asked for to one stream and complaints to another. */
    public PricesCommand(PrintStream out, PrintStream err, Supplier<LocalDate> today) {
        this.out = out;
        this.err = err;
        this.today = today;
    }

    @Override
    public void run() {
        CommandLine.usage(this, out);
    }

    @Command(
            name = "list",
            description = "Lists models with their prices per 1,000,000 tokens, or what else has a price.")
    int list(
            @Option(names = "--provider", description = "Only models of this provider.") @Nullable String provider,
            @Option(names = "--tuning", description = "Lists the fine-tuning offers instead.") boolean tuning,
            @Option(names = "--gpus", description = "Lists GPUs by the hour instead.") boolean gpus,
            @Option(names = "--vector-stores", description = "Lists vector stores instead.") boolean stores) {
        return with(catalogue -> {
            LocalDate day = today.get();
            String wanted = provider == null ? "" : provider.toLowerCase(Locale.ROOT);
            out.print(
                    gpus
                            ? HardwareTables.gpus(catalogue, day)
                            : stores
                                    ? HardwareTables.stores(catalogue, day)
                                    : tuning
                                            ? PriceTables.offers(catalogue, day)
                                            : PriceTables.list(
                                                    catalogue,
                                                    model -> model.provider().startsWith(wanted),
                                                    day));
            return OK;
        });
    }

    @Command(name = "show", description = "Shows everything known about a model, by id or by a name people use.")
    int show(@Parameters(paramLabel = "MODEL", arity = "1..*") List<String> name) {
        String said = String.join(" ", name);
        return with(catalogue -> switch (catalogue.lookup(said, today.get())) {
            case ModelLookup.Found(Model model, List<Model> others) -> {
                out.print(PriceTables.show(catalogue, model, today.get()));
                if (!others.isEmpty()) {
                    out.println("  \"" + said + "\" could also mean: " + ids(others));
                }
                yield OK;
            }
            case ModelLookup other -> refuse(unclear(said, other));
        });
    }

    /** Why a name stands for no model. */
    static String unclear(String said, ModelLookup found) {
        return switch (found) {
            case ModelLookup.Found _ -> "";
            case ModelLookup.Ambiguous(List<Model> models) ->
                "\"" + said + "\" fits several models: " + ids(models) + ". Name one of them.";
            case ModelLookup.Unknown unknown ->
                (unknown.gone().isEmpty() ? "\"" + said + "\" is not in the catalogue." : unknown.gone() + ".")
                        + (unknown.nearest().isEmpty()
                                ? ""
                                : (unknown.gone().isEmpty() ? " Similar names: " : " Current models of its class: ")
                                        + ids(unknown.nearest()) + ".");
        };
    }

    @Command(
            name = "import",
            description = "Reads LiteLLM's model_prices_and_context_window.json and shows what it changes.")
    int importFile(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(
                            names = "--as-of",
                            description = "Day that the file stands for; the day of its last change unless given.")
                    @Nullable
                    LocalDate asOf,
            @Option(
                            names = "--into",
                            paramLabel = "FILE",
                            description = "Writes the prices to this file, for --prices.")
                    @Nullable
                    Path into,
            @Option(names = "--add", paramLabel = "KEY", description = "Takes this key up as a model of its own.")
                    @Nullable
                    List<String> add,
            @Option(
                            names = "--confirm",
                            paramLabel = "MODEL",
                            description = "Takes the prices of this model although they look like a mistake.")
                    @Nullable
                    List<String> confirm) {
        return with(catalogue -> readable(file)
                ? take(
                        catalogue,
                        file,
                        asOf,
                        into,
                        add == null ? List.of() : add,
                        confirm == null ? List.of() : confirm)
                : REFUSED);
    }

    private int take(
            PriceCatalogue catalogue,
            Path file,
            @Nullable LocalDate asOf,
            @Nullable Path into,
            List<String> add,
            List<String> confirmed) {
        return switch (LiteLlmFile.read(file)) {
            case LoadResult.Refused<LiteLlmFile> refused -> refuse(Problems.render(refused.problems()));
            case LoadResult.Ok<LiteLlmFile>(LiteLlmFile prices) -> {
                LocalDate day = asOf == null ? LiteLlmFile.lastChange(file, today.get()) : asOf;
                PriceImport plan = PriceImport.compare(catalogue, prices, day, add);
                Optional<String> wrong = plan.wrong(prices, add, today.get());
                if (wrong.isPresent()) {
                    yield refuse(wrong.get());
                }
                out.print(PriceTables.summary(plan));
                List<ImplausiblePrice> odd = plan.implausible().stream()
                        .filter(price -> !confirmed.contains(price.change().model()))
                        .toList();
                if (!odd.isEmpty()) {
                    yield refuse(PriceTables.refusal(odd));
                }
                if (into == null) {
                    out.println("Nothing was written. Add --into FILE to keep these prices.");
                } else {
                    OverlayFile.write(into, plan, "LiteLLM " + file.getFileName());
                    out.println("Written to " + into + ". Use it with --prices " + into + ".");
                }
                yield OK;
            }
        };
    }

    @Command(name = "diff", description = "Shows what a price file changes in the shipped catalogue.")
    int diff(@Parameters(paramLabel = "FILE") Path file) {
        return with(catalogue -> {
            if (!readable(file)) {
                return REFUSED;
            }
            return switch (PriceFiles.overlay(catalogue, file)) {
                case LoadResult.Refused<PriceCatalogue> refused -> refuse(Problems.render(refused.problems()));
                case LoadResult.Ok<PriceCatalogue>(PriceCatalogue changed) -> {
                    out.print(PriceTables.changes(CatalogueDiff.between(catalogue, changed)));
                    yield OK;
                }
            };
        });
    }

    private int with(Function<PriceCatalogue, Integer> action) {
        PriceCatalogue shipped = PriceFiles.shipped();
        Path file = own;
        try {
            if (file == null) {
                return action.apply(shipped);
            }
            if (!readable(file)) {
                return REFUSED;
            }
            return switch (PriceFiles.overlay(shipped, file)) {
                case LoadResult.Ok<PriceCatalogue>(PriceCatalogue catalogue) -> action.apply(catalogue);
                case LoadResult.Refused<PriceCatalogue> refused -> refuse(Problems.render(refused.problems()));
            };
        } catch (UncheckedIOException failed) {
            return refuse(failed.getMessage() + ": "
                    + (failed.getCause() instanceof NoSuchFileException
                            ? "there is no such folder. Create it, or name another file."
                            : failed.getCause()));
        }
    }

    private boolean readable(Path file) {
        if (Files.isRegularFile(file) && Files.isReadable(file)) {
            return true;
        }
        refuse("There is no readable file " + file + ". Check the path.");
        return false;
    }

    private int refuse(@Nullable String message) {
        err.println(message == null ? "Failed." : message.stripTrailing());
        return REFUSED;
    }

    static String ids(List<Model> models) {
        return models.stream().map(Model::id).collect(Collectors.joining(", "));
    }
}
