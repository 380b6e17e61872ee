package dev.tunewise.load;

import dev.tunewise.testing.ServiceProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * What is driven by a load: processes that answer, ours or the smallest Bolt app. Their processor time and memory are read from Linux.
 *
 * @param processes one for each replica
 * @param doors where requests go, as a load balancer without sticky sessions sends them
 */
record LoadedApp(List<Process> processes, List<URI> doors) implements AutoCloseable {
    static final String SECRET = "a signing secret";
    private static final double TICKS = 100;

    /** Our service with its database, behind the signed Slack door. */
    static LoadedApp slack(SlackSink slack, Path folder, Map<String, String> database, int replicas) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("tunewise.slack.mode", "http");
        settings.put("tunewise.slack.bot-token", "xoxb-one");
        settings.put("tunewise.slack.signing-secret", SECRET);
        settings.put("tunewise.slack.api-url", slack.address());
        return ours(folder, settings, replicas, "/slack/events");
    }

    /** Our service with its database, behind its web pages. */
    static LoadedApp web(Path folder, Map<String, String> database, int replicas) {
        return ours(folder, new HashMap<>(database), replicas, "/c");
    }

    private static LoadedApp ours(Path folder, Map<String, String> settings, int replicas, String door) {
        settings.put("tunewise.secret-keys", StoredConsultations.KEY);
        settings.put("tunewise.quota.requests", "0");
        for (String quota : List.of("person", "channel", "workspace")) {
            settings.put("tunewise.quota." + quota + "-turns", "0");
            settings.put("tunewise.quota." + quota + "-openings", "0");
        }
        List<ServiceProcess> services = IntStream.range(0, replicas)
                .mapToObj(i -> ServiceProcess.start(
                        ServiceProcess.freePort(),
                        List.of(System.getProperty(
                                        "load.jvm",
                                        "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders"
                                                + " -Xmx192m -Xmn40m -Xss512k")
                                .split(" ")),
                        settings,
                        folder.resolve("service-" + i + ".log")))
                .toList();
        services.forEach(ServiceProcess::awaitReady);
        return new LoadedApp(
                services.stream().map(ServiceProcess::process).toList(),
                services.stream().map(service -> service.at(door)).toList());
    }

    /** The Bolt app in a folder in which `npm install` was run. */
    static LoadedApp bolt(SlackSink slack, Path folder) {
        int port = ServiceProcess.freePort();
        ProcessBuilder builder =
                new ProcessBuilder("node", "app.js").directory(folder.toFile()).inheritIO();
        builder.environment()
                .putAll(Map.of("SECRET", SECRET, "API_URL", slack.address(), "PORT", String.valueOf(port)));
        try {
            Process process = builder.start();
            LockSupport.parkNanos(3_000_000_000L);
            return new LoadedApp(List.of(process), List.of(URI.create("http://127.0.0.1:" + port + "/slack/events")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor time used so far by all replicas, in seconds. */
    double seconds() {
        return processes.stream().mapToDouble(LoadedApp::seconds).sum();
    }

    private static double seconds(Process process) {
        String stat = read(process, "stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    /** Processor time of all threads that live now, in nanoseconds: fine enough for one request. */
    long nanos() {
        return processes.stream().mapToLong(LoadedApp::nanos).sum();
    }

    private static long nanos(Process process) {
        File[] threads = new File("/proc/" + process.pid() + "/task").listFiles();
        long sum = 0;
        for (File thread : threads == null ? new File[0] : threads) {
            try {
                sum += Long.parseLong(
                        Files.readString(thread.toPath().resolve("schedstat")).split(" ")[0]);
            } catch (IOException ended) {
                // A thread that has just ended; what it used is missing.
            }
        }
        return sum;
    }

    /** Resident memory of the largest replica, in MiB. */
    long resident() {
        return processes.stream()
                .flatMap(process -> read(process, "status").lines())
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .max()
                .orElse(0);
    }

    private static String read(Process process, String file) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/" + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }
}
