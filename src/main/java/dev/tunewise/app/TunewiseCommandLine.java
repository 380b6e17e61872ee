package dev.tunewise.app;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.CostCalculator;
import dev.tunewise.app.encoder.ChoiceProposers;
import dev.tunewise.app.encoder.EncoderSettings;
import dev.tunewise.app.encoder.ExampleProposer;
import dev.tunewise.app.flow.FlowCompiler;
import dev.tunewise.app.flow.FlowRegistry;
import dev.tunewise.app.price.ModelCatalogue;
import dev.tunewise.app.price.PriceFactory;
import dev.tunewise.app.price.PriceKnowledge;
import dev.tunewise.app.signin.AccessCommand;
import dev.tunewise.app.storage.BackupCommand;
import dev.tunewise.app.storage.ForgetCommand;
import dev.tunewise.app.storage.KeysCommand;
import dev.tunewise.app.storage.OutboxCommand;
import dev.tunewise.costing.CatalogueCosting;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.flow.story.StoryRunner;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.session.turn.ServedFlow;
import dev.tunewise.terminal.FlowCommand;
import dev.tunewise.terminal.FlowCommandContext;
import dev.tunewise.terminal.FlowRunCommand;
import dev.tunewise.terminal.PricesCommand;
import dev.tunewise.terminal.RecordCommand;
import dev.tunewise.terminal.Refusal;
import dev.tunewise.terminal.TokensCommand;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command line of the program: one command serves, the others work and end. */
@Command(
        name = "tunewise",
        mixinStandardHelpOptions = true,
        versionProvider = TunewiseCommandLine.Version.class,
        description = "A consultant in team chat that answers one question: should we fine-tune?",
        footer = "Without a command it serves. Settings come from the environment, for example MICRONAUT_SERVER_PORT.")
final class TunewiseCommandLine {
    private static final Set<String> QUESTIONS = Set.of("-h", "--help", "-V", "--version");

    private TunewiseCommandLine() {}

    /** Whether these arguments call a command that works and ends; settings of the service begin with a dash. */
    static boolean isCommand(String[] arguments) {
        return arguments.length > 0
                && !arguments[0].equals("serve")
                && (!arguments[0].startsWith("-") || QUESTIONS.contains(arguments[0]));
    }

    static int run(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        InstantSource clock = InstantSource.system();
        PriceCatalogue prices = PriceFiles.shipped();
        CostCalculator costing = new CatalogueCosting(prices, PriceFactory.today(clock));
        ModelCatalogue models = new ModelCatalogue(prices, PriceFactory.today(clock));
        FlowCompiler editions =
                new FlowCompiler(models, costing, new PriceKnowledge(prices, PriceFactory.today(clock)));
        Map<String, ServedFlow> compiled = new HashMap<>();
        Function<Flow, ServedFlow> served = flow -> compiled.computeIfAbsent(flow.id(), _ -> editions.of(flow));
        // mn:run starts in the build folder, and says where the project is.
        Path home = Path.of(System.getProperty("tunewise.home", ""));
        ChoiceProposers choices = new ChoiceProposers(
                new EncoderSettings(true, home.resolve("tunewise-learned").toString()));
        FlowCommandContext desk = new FlowCommandContext(
                out,
                FlowRegistry.loader()::load,
                _ -> costing.figures(Map.of()),
                flow -> ear(new MessageReader(flow, models)),
                choices::learned,
                home);
        FlowRunCommand.Ground ground = new FlowRunCommand.Ground(
                flow -> served.apply(flow).machine(),
                new ExampleProposer(flow -> Optional.of(served.apply(flow).reader()), choices),
                clock,
                () -> UUID.randomUUID().toString(),
                System.in,
                System.console() != null && System.console().isTerminal());
        CommandLine line = new CommandLine(new TunewiseCommandLine())
                .addSubcommand("serve", new Serve())
                .addSubcommand(new CommandLine(new FlowRunCommand(desk, ground)).setCommandName("chat"))
                .addSubcommand(FlowCommand.of(desk).addSubcommand(new FlowRunCommand(desk, ground)))
                .addSubcommand(new PricesCommand(out, PriceFactory.today(clock)::get))
                .addSubcommand(new RecordCommand(desk, out, (flow, day) -> consultant(prices, clock, flow, day)))
                .addSubcommand(new TokensCommand(out, System.in, prices, PriceFactory.today(clock)))
                .addSubcommand(new OutboxCommand(out))
                .addSubcommand(new KeysCommand(out))
                .addSubcommand("backup", new BackupCommand(false, out))
                .addSubcommand("restore", restore(new BackupCommand(true, out)))
                .addSubcommand(withNames(new AccessCommand(out, err, clock)))
                .addSubcommand(withNames(new ForgetCommand(out, clock)))
                .addSubcommand(new CommandLine.HelpCommand());
        line.registerConverter(LocalDate.class, text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException notADay) {
                throw new CommandLine.TypeConversionException("'" + text + "' is no day; write one such as 2026-11-20");
            }
        });
        return Refusal.told(line, err).execute(arguments);
    }

    /** Names and ids may begin with a hyphen and are no options for that. */
    static CommandLine withNames(Object command) {
        return new CommandLine(command).setUnmatchedOptionsArePositionalParams(true);
    }

    private static CommandLine restore(BackupCommand command) {
        CommandLine restore = new CommandLine(command);
        restore.getCommandSpec().usageMessage().description("Copies a backup into an empty database.");
        return restore;
    }

    private static Consultant consultant(
            PriceCatalogue prices, InstantSource clock, Flow flow, Optional<LocalDate> day) {
        Supplier<LocalDate> today = PriceFactory.today(clock);
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

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = TunewiseCommandLine.class.getPackage().getImplementationVersion();
            return new String[] {"tunewise " + (version == null ? "(not packaged)" : version)};
        }
    }

    /** Reads what the people of a story type. */
    private static StoryRunner.StoryEar ear(MessageReader reader) {
        return (before, text) -> {
            Answers after = before;
            for (ExtractedAnswer read :
                    reader.read(text, new ReadingContext(List.of(), before)).reads()) {
                after = after.with(read.fact(), SourcedAnswer.of(read.value()));
            }
            return after;
        };
    }
}
