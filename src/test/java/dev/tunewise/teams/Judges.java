package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The official judges: packages of npm in a folder of the build, installed once. */
final class Judges {
    private static final Path SOURCE = Path.of("src", "test", "conformance", "teams");
    private static final Path FOLDER = Path.of("target", "conformance", "teams").toAbsolutePath();

    private Judges() {}

    /** Installs what is not there yet, and gives the folder. */
    static Path folder() {
        try {
            Files.createDirectories(FOLDER);
            boolean same = Files.exists(FOLDER.resolve("package-lock.json"))
                    && Files.mismatch(SOURCE.resolve("package-lock.json"), FOLDER.resolve("package-lock.json")) < 0
                    && Files.isDirectory(FOLDER.resolve("node_modules"));
            try (Stream<Path> files = Files.list(SOURCE)) {
                for (Path file : files.toList()) {
                    Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (!same) {
                run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
            }
            return FOLDER;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command in the folder; fails with what it said when it fails. */
    static void run(String... command) {
        try {
            Process process = start(Map.of(), FOLDER.resolve("judge.log"), command);
            int status = process.waitFor();
            assertEquals(0, status, String.join(" ", command) + "\n" + Files.readString(FOLDER.resolve("judge.log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Process start(Map<String, String> environment, Path log, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
        builder.directory(FOLDER.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
