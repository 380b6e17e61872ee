package dev.tunewise.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/** A real nginx on a free port of this machine, with one server of the test's own. */
public final class Nginx implements AutoCloseable {
    private static final String PROGRAM = "/usr/sbin/nginx";

    private final int port;
    private final Process process;

    private Nginx(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it; where it is not installed, the test is skipped, except on the CI server.
     *
     * @param folder for its files
     * @param server a whole `server` block, in which PORT stands for the port
     */
    public static Nginx start(Path folder, String server) throws IOException {
        boolean installed = Files.isExecutable(Path.of(PROGRAM));
        if (!installed && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("Needs the Debian package nginx; .ci/run installs it");
        }
        Assumptions.assumeTrue(installed, "Needs the Debian package nginx");
        int port = freePort();
        Path config = folder.resolve("nginx.conf");
        Files.writeString(config, """
                daemon off; master_process off; pid %1$s/nginx.pid; error_log %1$s/error.log;
                events {}
                http { access_log off; client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/a; uwsgi_temp_path %1$s/b; scgi_temp_path %1$s/c;
                %2$s }
                """.formatted(folder, server.replace("PORT", String.valueOf(port))));
        Process process = new ProcessBuilder(PROGRAM, "-p", folder.toString(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        Nginx nginx = new Nginx(port, process);
        nginx.awaitListening(folder);
        return nginx;
    }

    private void awaitListening(Path folder) throws IOException {
        for (int attempt = 0; attempt < 200; attempt++) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        process.destroyForcibly();
        throw new AssertionError("nginx does not listen: " + Files.readString(folder.resolve("nginx.out")));
    }

    /** The status of the answer to a request. */
    public int status(String method, String path, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
            Arrays.stream(headers).forEach(header -> request.append(header).append("\r\n"));
            request.append("\r\n");
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
