package dev.tunewise.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoopbackHostsTest {

    @ParameterizedTest
    @CsvSource({
        "localhost,true", "LOCALHOST,true", "127.0.0.1,true", "127.255.1.9,true", "::1,true", "[::1],true",
        "0:0:0:0:0:0:0:1,true", "0.0.0.0,false", "::,false", "128.0.0.1,false", "127.0.0.1.example,false",
                "127.0.0.256,false",
        "localhost.example,false", "'',false", "10.0.0.1,false"
    })
    void tellsThisMachineFromOthers(String host, boolean loopback) {
        assertEquals(loopback, LoopbackHosts.isLoopback(host));
    }

    @ParameterizedTest
    @CsvSource({"localhost:8080,localhost", "[::1]:8080,[::1]", "[::1],[::1]", "127.0.0.1,127.0.0.1", "' a:1 ',a"})
    void leavesThePortOff(String header, String host) {
        assertEquals(host, LoopbackHosts.withoutPort(header));
    }
}
