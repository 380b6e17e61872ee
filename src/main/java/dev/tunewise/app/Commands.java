package dev.tunewise.app;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.Costing;
import dev.tunewise.costing.CatalogueCosting;
import dev.tunewise.flow.Flow;
import dev.tunewise.price.Catalogue;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.reading.Reader;
import dev.tunewise.terminal.FlowCommand;
import dev.tunewise.terminal.FlowDesk;
import dev.tunewise.terminal.FlowRunCommand;
import dev.tunewise.terminal.PricesCommand;
import dev.tunewise.terminal.RecordCommand;
import dev.tunewise.terminal.TokensCommand;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command line of the program: one command serves, the others work and end. */
@Command(
        name = "tunewise",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        description = "A consultant in team chat that answers one question: should we fine-tune?",
        footer = "Without a command it serves. Settings come from the environment, for example MICRONAUT_SERVER_PORT.")
final class Commands {
    private static final Set<String> QUESTIONS = Set.of("-h", "--help", "-V", "--version");

    private Commands() {}

    /** Whether these arguments call a command that works and ends; settings of the service begin with a dash. */
    static boolean isCommand(String[] arguments) {
        return arguments.length > 0
                && !arguments[0].equals("serve")
                && (!arguments[0].startsWith("-") || QUESTIONS.contains(arguments[0]));
    }

    /** Carries out a command and gives the exit code. */
    static int run(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        InstantSource clock = InstantSource.system();
        Catalogue prices = PriceFiles.shipped();
        Costing costing = new CatalogueCosting(prices, Prices.today(clock));
        ModelShelf models = new ModelShelf(prices, Prices.today(clock));
        Editions editions = new Editions(models, costing, new PriceAlmanac(prices, Prices.today(clock)));
        // mn:run starts in the build folder, and says where the project is.
        Path home = Path.of(System.getProperty("tunewise.home", ""));
        FlowDesk desk = new FlowDesk(
                out,
                Shelf.loader(),
                _ -> costing.figures(Map.of()),
                flow -> new StoryReader(new Reader(flow, models)),
                home);
        FlowRunCommand.Ground ground = new FlowRunCommand.Ground(
                flow -> editions.of(flow).machine(),
                clock,
                () -> UUID.randomUUID().toString(),
                System.in,
                System.console() != null && System.console().isTerminal());
        CommandLine line = new CommandLine(new Commands())
                .addSubcommand("serve", new Serve())
                .addSubcommand("chat", new FlowRunCommand(desk, ground))
                .addSubcommand(FlowCommand.of(desk).addSubcommand(new FlowRunCommand(desk, ground)))
                .addSubcommand(new PricesCommand(out, err, Prices.today(clock)::get))
                .addSubcommand(new RecordCommand(desk, out, err, (flow, day) -> consultant(prices, clock, flow, day)))
                .addSubcommand(new TokensCommand(out, err, System.in, prices, Prices.today(clock)))
                .addSubcommand(new CommandLine.HelpCommand());
        return line.execute(arguments);
    }

    private static Consultant consultant(Catalogue prices, InstantSource clock, Flow flow, Optional<LocalDate> day) {
        Supplier<LocalDate> today = Prices.today(clock);
        return new Consultant(flow, new CatalogueCosting(prices, () -> day.orElseGet(today)));
    }

    /** Listed so that the help names it; carried out before the others are looked at. */
    @Command(name = "serve", description = "Serve web chat, API and chat platforms (the default).")
    static final class Serve implements Runnable {
        @Parameters(hidden = true)
        private @Nullable List<String> settings;

        @Override
        public void run() {}
    }

    /** Version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"tunewise " + (version == null ? "(not packaged)" : version)};
        }
    }
}
