package dev.tunewise.testing;

import dev.tunewise.app.Tunewise;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a start of the service loads, kept from a rehearsal, so that the many starts of the tests take half as long. The program must lie in a
 * jar for that, so it is packed beside its classes. Made once for each state of the classes, by a test that starts many; whoever comes later may use it too.
 */
final class ServiceArchive {
    /** The archive serves processes with the same; others leave it aside. */
    static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");

    private final Path jar;
    private final Path archive;

    private ServiceArchive(Path jar, Path archive) {
        this.jar = jar;
        this.archive = archive;
    }

    /** Options and class path of a process that starts from it. */
    List<String> options() {
        return List.of("-XX:AOTCache=" + archive, "-cp", classPath(jar));
    }

    /** Options and class path of a process: those of the archive where there is one, else of the classes as they lie there. */
    static List<String> optionsNow() {
        try {
            Path folder = folder();
            ServiceArchive archive = of(folder, classes());
            return Files.exists(archive.archive)
                    ? archive.options()
                    : List.of("-cp", System.getProperty("java.class.path"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the tests run on without their own folders: the service must not find what belongs to tests. */
    private static String classPath(Path program) {
        return program
                + File.pathSeparator
                + Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(part -> Files.isRegularFile(Path.of(part)))
                        .collect(Collectors.joining(File.pathSeparator));
    }

    /** Makes it, unless it is there. */
    static void make(Map<String, String> settings, Consumer<ServiceProcess> use) {
        try {
            Path folder = Files.createDirectories(folder());
            try (FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Held until the channel closes, so that of two forks one makes it.
                lock.lock();
                ServiceArchive wanted = of(folder, classes());
                if (!Files.exists(wanted.archive)) {
                    clear(folder);
                    pack(classes(), wanted.jar);
                    rehearse(folder, wanted, settings, use);
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The service cannot be packed for its tests", e);
        }
    }

    private static ServiceArchive of(Path folder, Path classes) throws IOException {
        String name = "tunewise-" + state(classes);
        return new ServiceArchive(folder.resolve(name + ".jar"), folder.resolve(name + ".aot"));
    }

    private static Path folder() {
        return classes().resolveSibling("service");
    }

    private static Path classes() {
        try {
            return Path.of(
                    Objects.requireNonNull(Tunewise.class.getProtectionDomain().getCodeSource())
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--create",
                        "--no-compress",
                        "--file",
                        jar.toString(),
                        "-C",
                        classes.toString(),
                        ".");
        if (code != 0) {
            throw new IOException("jar ended with " + code);
        }
    }

    private static void rehearse(
            Path folder, ServiceArchive wanted, Map<String, String> settings, Consumer<ServiceProcess> use)
            throws IOException, InterruptedException {
        Path log = folder.resolve("rehearsal.log");
        Path output = folder.resolve("rehearsal.aot");
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of("-XX:AOTCacheOutput=" + output, "-cp", classPath(wanted.jar)));
        try (ServiceProcess service =
                ServiceProcess.startWith(Map.of(), ServiceProcess.freePort(), options, settings, log)) {
            use.accept(service.awaitReady());
            if (!service.end(Duration.ofMinutes(30)) || !Files.exists(output)) {
                throw new IOException("The rehearsal kept nothing; see " + log);
            }
        }
        Files.move(output, wanted.archive, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.filter(file -> !file.endsWith("lock")).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Changes with every class, and with the Java and the libraries that run it. */
    private static String state(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            long sum = files.filter(Files::isRegularFile)
                    .mapToLong(ServiceArchive::mark)
                    .sum();
            return Long.toHexString(sum * 31 + Objects.hash(classPath(classes), System.getProperty("java.vm.version")));
        }
    }

    private static long mark(Path file) {
        try {
            return Objects.hash(file.toString(), Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
