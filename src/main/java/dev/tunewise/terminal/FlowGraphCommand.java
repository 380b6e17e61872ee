package dev.tunewise.terminal;

import dev.tunewise.flow.format.MermaidDiagram;
import dev.tunewise.flowfile.FlowFolders;
import dev.tunewise.flowfile.FlowLoadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** `flow graph`: draws flows. */
@Command(name = "graph", mixinStandardHelpOptions = true, description = "Draw a flow as a Mermaid diagram.")
public final class FlowGraphCommand implements Callable<Integer> {
    private final FlowCommandContext desk;

    @Mixin
    private FlowFolder folder = new FlowFolder();

    @Option(
            names = {"-w", "--write"},
            description = "Write `flow.mmd` into the flow folder instead of printing.")
    private boolean write;

    public FlowGraphCommand(FlowCommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.each(folder.path(), this::draw);
    }

    private boolean draw(FlowLoadResult.Loaded loaded) {
        String diagram = MermaidDiagram.mermaid(loaded.flow());
        if (!write) {
            desk.out().print(diagram);
            return true;
        }
        Path file = FlowFolders.at(desk.place(folder.path())).stream()
                .filter(path ->
                        path.toAbsolutePath().normalize().endsWith(loaded.flow().id()))
                .findFirst()
                .orElse(desk.place(folder.path()))
                .resolve("flow.mmd");
        try {
            Files.writeString(file, diagram);
            desk.out().println("Wrote " + file + ".");
            return true;
        } catch (IOException wrong) {
            desk.out().println("Cannot write " + file + ": " + wrong.getMessage() + ".");
            return false;
        }
    }
}
