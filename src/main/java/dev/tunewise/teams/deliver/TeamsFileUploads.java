package dev.tunewise.teams.deliver;

import dev.tunewise.channel.HttpCalls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Puts a file where Teams says. The address comes with an activity, so only Microsoft's own hosts are taken, and no token goes along.
 *
 * @param loopback whether files may also go to this machine, for development and tests
 */
public record TeamsFileUploads(HttpClient http, boolean loopback) {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int TRIES = 2;
    private static final List<String> HOSTS =
            List.of(".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.cn");

    /** Uploads a file in one piece; a second time when the first try broke, which overwrites. Says whether it is there. */
    public boolean put(String address, byte[] content) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException broken) {
            return false;
        }
        boolean there = false;
        for (int tries = 0; tries < TRIES && !there && content.length > 0 && allows(uri); tries++) {
            there = once(uri, content);
        }
        return there;
    }

    private boolean allows(URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        if (loopback && (host.equals("127.0.0.1") || host.equals("localhost"))) {
            return true;
        }
        return "https".equals(uri.getScheme())
                && uri.getUserInfo() == null
                && HOSTS.stream().anyMatch(host::endsWith);
    }

    private boolean once(URI uri, byte[] content) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/octet-stream")
                .header("Content-Range", "bytes 0-" + (content.length - 1) + "/" + content.length)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        try {
            int status = HttpCalls.status(http, request);
            return status == 200 || status == 201;
        } catch (IOException broken) {
            return false;
        }
    }
}
