package dev.tunewise.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The service in a process of its own, which can be ended like any process. Its log goes into a file. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;
    private final int port;
    private final Path log;

    private ServiceProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Makes all later starts shorter, most so those with the same settings; worth its time before many of them.
     *
     * @param use what is done with the service that rehearses: what that loads is at hand later
     */
    public static void rehearse(Map<String, String> settings, Consumer<ServiceProcess> use) {
        ServiceArchive.make(settings, use);
    }

    /** Starts it on a port with these settings; it is ready after {@link #awaitReady}. */
    public static ServiceProcess start(int port, Map<String, String> settings, Path log) {
        return startIn(Map.of(), port, settings, log);
    }

    /** The same with these variables in its environment. */
    public static ServiceProcess startIn(
            Map<String, String> environment, int port, Map<String, String> settings, Path log) {
        List<String> options = new ArrayList<>(ServiceArchive.OPTIONS);
        options.addAll(ServiceArchive.optionsNow());
        return startWith(environment, port, options, settings, log);
    }

    /** The same with these options of the virtual machine, from the program's classes as they lie there: those of tests would keep what they read. */
    public static ServiceProcess start(int port, List<String> options, Map<String, String> settings, Path log) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(place -> !place.endsWith("test-classes"))
                        .collect(Collectors.joining(File.pathSeparator))));
        return startWith(Map.of("MALLOC_ARENA_MAX", "2"), port, all, settings, log);
    }

    static ServiceProcess startWith(
            Map<String, String> environment, int port, List<String> options, Map<String, String> settings, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // What it logs is judged too: as the program does it, not as tests do.
                "-Dlogback.configurationFile=logback.xml",
                "-Dtunewise.home=" + System.getProperty("tunewise.home", "."),
                "dev.tunewise.app.Tunewise",
                "-micronaut.server.port=" + port));
        settings.forEach((name, value) -> command.add("-" + name + "=" + value));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return new ServiceProcess(builder.start(), port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that nobody listens on now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says that it is ready. */
    public ServiceProcess awaitReady() {
        long end = System.nanoTime() + START.toNanos();
        while (status("/health/readiness") != 200) {
            if (System.nanoTime() > end || !process.isAlive()) {
                kill();
                throw new AssertionError("The service did not start; see " + log);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return this;
    }

    /** Address of a path. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** HTTP status of a GET; 0 when nobody answers. */
    public int status(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(at(path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return 0;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    public long pid() {
        return process.pid();
    }

    /** The process itself. */
    public Process process() {
        return process;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it without warning, as a crash does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Has it stand still for a while, as a machine without memory or a paused container does. */
    public void pause(Duration length) throws IOException, InterruptedException {
        signal("STOP");
        LockSupport.parkNanos(length.toNanos());
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Asks it to end (SIGTERM) and waits; says whether it ended in time. */
    public boolean end(Duration patience) throws InterruptedException {
        process.destroy();
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        kill();
    }
}
