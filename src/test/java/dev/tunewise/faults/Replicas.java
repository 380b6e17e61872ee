package dev.tunewise.faults;

import dev.tunewise.testing.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Processes on one database, each on its own port, which it keeps when it starts again. */
final class Replicas implements AutoCloseable {
    private final Map<String, String> settings;
    private final Path log;
    private final List<Integer> ports;
    private final ServiceProcess[] processes;

    Replicas(int count, Map<String, String> settings, Path log) {
        this.settings = settings;
        this.log = log;
        this.ports = java.util.stream.Stream.generate(ServiceProcess::freePort)
                .limit(count)
                .toList();
        this.processes = new ServiceProcess[count];
        for (int i = 0; i < count; i++) {
            start(i);
        }
        ready();
    }

    /** A single one that runs already. */
    Replicas(ServiceProcess process) {
        this.settings = Map.of();
        this.log = Path.of("");
        this.ports = List.of(process.at("").getPort());
        this.processes = new ServiceProcess[] {process};
    }

    void start(int number) {
        processes[number] = ServiceProcess.start(ports.get(number), settings, log);
    }

    void ready() {
        for (ServiceProcess process : processes) {
            process.awaitReady();
        }
    }

    void ready(int number) {
        processes[number].awaitReady();
    }

    int count() {
        return processes.length;
    }

    /** The address of one of them, as a load balancer picks it; it may be down. */
    URI any(Random random, String path) {
        return URI.create("http://127.0.0.1:" + ports.get(random.nextInt(ports.size())) + path);
    }

    long pid(int number) {
        return processes[number].pid();
    }

    /** HTTP status of a GET; 0 when nobody answers. */
    int status(int number, String path) {
        return processes[number].status(path);
    }

    void kill(int number) {
        processes[number].kill();
    }

    boolean end(int number) throws InterruptedException {
        return processes[number].end(Duration.ofSeconds(120));
    }

    /** Asks all to end at the same time; says whether all did. */
    boolean endAll() throws InterruptedException {
        for (ServiceProcess process : processes) {
            process.process().destroy();
        }
        boolean ended = true;
        for (ServiceProcess process : processes) {
            ended &= process.end(Duration.ofSeconds(120));
        }
        return ended;
    }

    void pause(int number, Duration length) throws IOException, InterruptedException {
        processes[number].pause(length);
    }

    @Override
    public void close() {
        for (ServiceProcess process : processes) {
            process.close();
        }
    }
}
