package dev.tunewise.teams.client;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * * Which service URLs we talk to. An activity names the address that answers go to, with our token; only Microsoft's own hosts may get it.
 *
 * @param loopback whether addresses of this machine are allowed too, for development and tests
 */
public record ServiceUrls(boolean loopback) {
    private static final List<Pattern> MICROSOFT = List.of(
            Pattern.compile("smba\\.trafficmanager\\.net"),
            Pattern.compile("([a-z0-9-]+\\.)+botframework\\.com"),
            Pattern.compile("smba\\.infra\\.([a-z0-9-]+\\.)*teams\\.microsoft\\.(com|us)"));

    public boolean allows(String serviceUrl) {
        URI uri;
        try {
            uri = URI.create(serviceUrl);
        } catch (IllegalArgumentException broken) {
            return false;
        }
        String host = uri.getHost();
        if (host == null || uri.getUserInfo() != null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        if (loopback && (name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]"))) {
            return true;
        }
        return "https".equals(uri.getScheme())
                && uri.getPort() == -1
                && MICROSOFT.stream().anyMatch(known -> known.matcher(name).matches());
    }

    /** The URL without its last slash, the form in which two of them are compared. */
    public static String normalised(String serviceUrl) {
        return serviceUrl.endsWith("/") ? serviceUrl.substring(0, serviceUrl.length() - 1) : serviceUrl;
    }
}
