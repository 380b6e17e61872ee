package dev.tunewise.app.flow;

import dev.tunewise.app.startup.StartupException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the folder that holds the flows: the configured one, else the first of: at home, beside the program, in the program. */
final class FlowFolderLocator {
    private static final String NAME = "conversation-flows";

    static Path find(String configured, String home) {
        if (!configured.isBlank()) {
            Path folder = Path.of(configured);
            if (!Files.isDirectory(folder)) {
                throw new StartupException(
                        "There is no folder " + folder.toAbsolutePath() + " to read flows from: create it, or set"
                                + " TUNEWISE_FLOWS_FOLDER to the folder that holds them.");
            }
            return folder;
        }
        return Stream.of(Optional.of(Path.of(home, NAME)), besideTheProgram())
                .flatMap(Optional::stream)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseGet(FlowFolderLocator::inTheProgram);
    }

    private static Optional<Path> besideTheProgram() {
        try {
            Path program = Path.of(FlowFolderLocator.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Optional.ofNullable(program.getParent()).map(parent -> parent.resolve(NAME));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Path inTheProgram() {
        URL inside = FlowFolderLocator.class.getClassLoader().getResource(NAME);
        if (inside == null) {
            throw new StartupException("There are no flows: no folder " + NAME
                    + " here, beside the program or in it. Set TUNEWISE_FLOWS_FOLDER to the folder that holds them.");
        }
        try {
            URI uri = inside.toURI();
            return uri.getScheme().equals("jar") ? inArchive(uri) : Path.of(uri);
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("The flows in the program cannot be read", e);
        }
    }

    private static Path inArchive(URI uri) throws IOException {
        try {
            // Left open as long as the program runs, like the archive itself.
            return FileSystems.newFileSystem(uri, Map.of()).getPath("/" + NAME);
        } catch (FileSystemAlreadyExistsException open) {
            return FileSystems.getFileSystem(uri).getPath("/" + NAME);
        }
    }
}
