package dev.tunewise.teams.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceUrlsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://smba.trafficmanager.net/emea/",
                "https://smba.trafficmanager.net/teams",
                "https://europe.token.botframework.com/",
                "https://smba.infra.gcc.teams.microsoft.com/gcc"
            })
    void allowsMicrosoft(String url) {
        assertTrue(new ServiceUrls(false).allows(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://smba.trafficmanager.net/emea/",
                "https://smba.trafficmanager.net.evil.example/",
                "https://evil.example/smba.trafficmanager.net",
                "https://smba.trafficmanager.net@evil.example/",
                "https://user@smba.trafficmanager.net/",
                "https://smba.trafficmanager.net:8443/",
                "https://xbotframework.com/",
                "https://evil.trafficmanager.net/",
                "http://localhost:1/",
                "http://169.254.169.254/",
                "file:///etc/passwd",
                "not a url",
                ""
            })
    void allowsNobodyElse(String url) {
        assertFalse(new ServiceUrls(false).allows(url));
    }

    @Test
    void allowsThisMachineInDevelopmentOnly() {
        assertTrue(new ServiceUrls(true).allows("http://localhost:56150/_connector"));
        assertFalse(new ServiceUrls(true).allows("http://localhost.evil.example/"));
        assertEquals("https://a/b", ServiceUrls.normalised("https://a/b/"));
    }
}
