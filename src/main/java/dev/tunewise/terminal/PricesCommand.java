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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
    private final PrintStream out;
    private final Supplier<LocalDate> today;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "Own or imported prices (JSON), laid over the shipped ones.",
            scope = CommandLine.ScopeType.INHERIT)
    @Nullable
    Path own;

    public PricesCommand(PrintStream out, Supplier<LocalDate> today) {
        this.out = out;
        this.today = today;
    }

    @Override
    public void run() {
        CommandLine.usage(this, out);
    }

    @Command(
            name = "list",
            description = "Lists models with their prices per 1,000,000 tokens, or what else has a price.")
    void list(
            @Option(names = "--provider", description = "Only models of this provider.") @Nullable String provider,
            @Option(names = "--tuning", description = "Lists the fine-tuning offers instead.") boolean tuning,
            @Option(names = "--gpus", description = "Lists GPUs by the hour instead.") boolean gpus,
            @Option(names = "--vector-stores", description = "Lists vector stores instead.") boolean stores) {
        PriceCatalogue catalogue = catalogue();
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
    }

    @Command(name = "show", description = "Shows everything known about a model, by id or by a name people use.")
    void show(@Parameters(paramLabel = "MODEL", arity = "1..*") List<String> name) {
        String said = String.join(" ", name);
        PriceCatalogue catalogue = catalogue();
        if (!(catalogue.lookup(said, today.get()) instanceof ModelLookup.Found(Model model, List<Model> others))) {
            throw unclear(said, catalogue.lookup(said, today.get()));
        }
        out.print(PriceTables.show(catalogue, model, today.get()));
        if (!others.isEmpty()) {
            out.println("  \"" + said + "\" could also mean: " + ids(others));
        }
    }

    /** Why a name stands for no model. */
    static Refusal unclear(String said, ModelLookup found) {
        return new Refusal(
                switch (found) {
                    case ModelLookup.Found _ -> "";
                    case ModelLookup.Ambiguous(List<Model> models) ->
                        "\"" + said + "\" fits several models: " + ids(models) + ". Name one of them.";
                    case ModelLookup.Unknown unknown ->
                        (unknown.gone().isEmpty() ? "\"" + said + "\" is not in the catalogue." : unknown.gone() + ".")
                                + (unknown.nearest().isEmpty()
                                        ? ""
                                        : (unknown.gone().isEmpty()
                                                        ? " Similar names: "
                                                        : " Current models of its class: ")
                                                + ids(unknown.nearest()) + ".");
                });
    }

    @Command(
            name = "import",
            description = "Reads LiteLLM's model_prices_and_context_window.json and shows what it changes.")
    void importFile(
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
        PriceCatalogue catalogue = catalogue();
        readable(file);
        List<String> added = add == null ? List.of() : add;
        LiteLlmFile prices = ok(LiteLlmFile.read(file));
        LocalDate day = asOf == null ? LiteLlmFile.lastChange(file, today.get()) : asOf;
        PriceImport plan = PriceImport.compare(catalogue, prices, day, added);
        plan.wrong(prices, added, today.get()).ifPresent(wrong -> {
            throw new Refusal(wrong);
        });
        out.print(PriceTables.summary(plan));
        List<ImplausiblePrice> odd = plan.implausible().stream()
                .filter(price ->
                        confirm == null || !confirm.contains(price.change().model()))
                .toList();
        if (!odd.isEmpty()) {
            throw new Refusal(PriceTables.refusal(odd).stripTrailing());
        }
        if (into == null) {
            out.println("Nothing was written. Add --into FILE to keep these prices.");
        } else {
            OverlayFile.write(into, plan, "LiteLLM " + file.getFileName());
            out.println("Written to " + into + ". Use it with --prices " + into + ".");
        }
    }

    @Command(name = "diff", description = "Shows what a price file changes in the shipped catalogue.")
    void diff(@Parameters(paramLabel = "FILE") Path file) {
        PriceCatalogue catalogue = catalogue();
        out.print(PriceTables.changes(CatalogueDiff.between(catalogue, overlaid(catalogue, file))));
    }

    private PriceCatalogue catalogue() {
        PriceCatalogue shipped = PriceFiles.shipped();
        return own == null ? shipped : overlaid(shipped, own);
    }

    private static PriceCatalogue overlaid(PriceCatalogue shipped, Path file) {
        readable(file);
        return ok(PriceFiles.overlay(shipped, file));
    }

    private static <T> T ok(LoadResult<T> result) {
        return switch (result) {
            case LoadResult.Ok<T>(T read) -> read;
            case LoadResult.Refused<T> refused ->
                throw new Refusal(Problems.render(refused.problems()).stripTrailing());
        };
    }

    private static void readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refusal("There is no readable file " + file + ". Check the path.");
        }
    }

    static String ids(List<Model> models) {
        return models.stream().map(Model::id).collect(Collectors.joining(", "));
    }
}
