package dev.tunewise.terminal;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The flows that a command is about. */
final class FlowFolder {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "<folder>",
            description = "A flow folder, or a folder of flow folders.")
    private Path path = Path.of("conversation-flows");

    Path path() {
        return path;
    }
}
