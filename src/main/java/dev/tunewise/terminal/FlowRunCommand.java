package dev.tunewise.terminal;

import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.flow.Flow;
import dev.tunewise.flowfile.FlowFolders;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.StateCache;
import dev.tunewise.session.turn.Proposer;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.ThreadLinks;
import dev.tunewise.session.turn.TurnService;
import dev.tunewise.session.turn.TurnTraffic;
import dev.tunewise.storage.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** `flow run`: holds a consultation along a flow in the terminal. Nothing of it is kept. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Hold a consultation in the terminal.")
public final class FlowRunCommand implements Callable<Integer> {
    private static final int WIDTH = 96;
    private static final Path FLOWS = Path.of("conversation-flows");

    private final FlowCommandContext desk;
    private final Ground ground;

    @Parameters(
            index = "0..*",
            arity = "0..*",
            paramLabel = "<problem>",
            description = "What goes wrong, in your own words.")
    private List<String> problem = List.of();

    @Option(
            names = {"-f", "--flow"},
            paramLabel = "<flow>",
            description =
                    "Name of a flow in `conversation-flows`, a flow folder, or a folder of flow folders, of which the"
                            + " first is taken.")
    private Path flow = FLOWS;

    /** What a chat stands on. `proposer`: what reads beside the rules, the same as elsewhere. */
    public record Ground(
            Function<Flow, ConversationEngine> machines,
            Proposer proposer,
            InstantSource clock,
            Supplier<String> keys,
            InputStream in,
            boolean interactive) {}

    public FlowRunCommand(FlowCommandContext desk, Ground ground) {
        this.desk = desk;
        this.ground = ground;
    }

    @Override
    public Integer call() {
        List<Path> all = FlowFolders.at(desk.place(FLOWS));
        List<Path> found = all.stream()
                .filter(folder -> folder.endsWith(flow))
                .findFirst()
                .map(List::of)
                .orElseGet(() -> FlowFolders.at(desk.place(flow)));
        if (found.isEmpty() && flow.getNameCount() == 1 && !all.isEmpty()) {
            desk.out().println("There is no flow `" + flow + "`. " + served(all));
            return FlowCommandContext.WRONG;
        }
        Path chosen = found.isEmpty() ? flow : found.getFirst();
        List<Path> others = all.stream()
                .filter(folder -> !folder.endsWith(chosen.getFileName()))
                .toList();
        return desk.each(chosen, loaded -> run(loaded, others));
    }

    private static String served(List<Path> folders) {
        return "Flows are: "
                + folders.stream()
                        .map(folder -> folder.getFileName().toString())
                        .collect(Collectors.joining(", ")) + ".";
    }

    private boolean run(FlowLoadResult.Loaded loaded, List<Path> others) {
        if (!ground.interactive()) {
            return hold(
                    loaded.flow(),
                    others,
                    LineSource.piped(ground.in(), desk.out()),
                    () -> new BlockPrinter(WIDTH, false));
        }
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(true).build()) {
            int width = Math.clamp(terminal.getWidth(), 40, WIDTH);
            boolean styled = !terminal.getType().startsWith("dumb");
            return hold(loaded.flow(), others, LineSource.typed(terminal), () -> new BlockPrinter(width, styled));
        } catch (IOException e) {
            throw new UncheckedIOException("The terminal cannot be used", e);
        }
    }

    private boolean hold(Flow flow, List<Path> others, LineSource lines, Supplier<BlockPrinter> screens) {
        ConversationEngine machine = ground.machines().apply(flow);
        desk.out().println(flow.texts().find("title").orElse(flow.id()));
        desk.out().println("Answer by number or in words; `help` lists commands, `quit` ends.");
        others.forEach(other -> desk.out().println("Another question: `--flow " + other.getFileName() + "`."));
        try (Database stores = Database.inMemory()) {
            TurnService turns = new TurnService(
                    stores.conversations(),
                    id -> id.equals(flow.id()) ? Optional.of(machine) : Optional.empty(),
                    StateCache.recent(1),
                    ground.proposer(),
                    new SummaryRouter(
                            new TeamSettings(stores.settings(), WorkspaceDirectory.local(), stores.audit()),
                            WorkspaceDirectory.local(),
                            ThreadLinks.none(),
                            ""),
                    ground.keys(),
                    new TurnTraffic(() -> {}));
            return new TerminalChat(turns, lines, desk.out(), screens, ground.clock(), ground.keys())
                    .hold(flow.id(), String.join(" ", problem));
        }
    }
}
