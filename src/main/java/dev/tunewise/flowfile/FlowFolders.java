package dev.tunewise.flowfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds flow folders. */
public final class FlowFolders {
    /**
     * The flow folders at a path, by name: the path itself where it holds a `flow.yaml`, else the folders in it that do. Empty where there is
     * none, or no such path.
     */
    public static List<Path> at(Path path) {
        if (isFlow(path)) {
            return List.of(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(FlowFolders::isFlow).sorted().toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }

    private static boolean isFlow(Path path) {
        return Files.isRegularFile(path.resolve("flow.yaml"));
    }
}
