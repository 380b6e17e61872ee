package dev.tunewise.slack.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.tunewise.slack.Stage;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.HttpLine;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in. */
class SlackRequestReceiverTest {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final FakeSlack slack = stage.slack();
    private final HttpLine line = (HttpLine) slack.line();

    @AfterEach
    void close() {
        stage.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<String> at(Duration offset, String body) {
        String timestamp = String.valueOf(stage.time().instant().plus(offset).getEpochSecond());
        return line.post(bytes(body), JSON, timestamp, HttpLine.sign(Stage.SECRET, timestamp, bytes(body)), 0);
    }

    private String event() {
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("user", "U1");
        event.addProperty("channel", "DU1");
        event.addProperty("channel_type", "im");
        event.addProperty("text", "ein Gespräch über 日本語 🤖");
        event.addProperty("ts", "1700000001.000001");
        return slack.callback(event).toString();
    }

    @Test
    void theVectorOfSlacksOwnDocumentationIsGenuine() {
        byte[] body =
                bytes("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                        + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c");
        SlackRequestVerifier verifier = new SlackRequestVerifier(
                "8f742231b10e8888abcd99yyyzzz85a5",
                java.time.InstantSource.fixed(Instant.ofEpochSecond(1_531_420_618)));
        assertTrue(verifier.isGenuine(
                body, "1531420618", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"));
    }

    @Test
    void aGenuineRequestIsAcknowledgedWithNothing() {
        HttpResponse<String> response = line.post(event(), JSON, 0);
        assertEquals(200, response.statusCode());
        assertEquals("", response.body());
    }

    @Test
    void aForgedSignatureIsRefused() {
        String timestamp = String.valueOf(stage.time().instant().getEpochSecond());
        byte[] body = bytes(event());
        String good = HttpLine.sign(Stage.SECRET, timestamp, body);
        String other = HttpLine.sign("another secret", timestamp, body);
        String flipped = good.substring(0, good.length() - 1) + (good.endsWith("0") ? "1" : "0");
        for (String forged : new String[] {
            other, flipped, good.toUpperCase(java.util.Locale.ROOT), "v0=", "", "v1" + good.substring(2), good + "0"
        }) {
            assertEquals(401, line.post(body, JSON, timestamp, forged, 0).statusCode(), forged);
        }
        assertEquals(0, stage.stores().inbox().waiting("slack"));
    }

    @Test
    void aBodyThatWasChangedIsRefused() {
        String timestamp = String.valueOf(stage.time().instant().getEpochSecond());
        String signature = HttpLine.sign(Stage.SECRET, timestamp, bytes(event()));
        assertEquals(
                401,
                line.post(bytes(event() + " "), JSON, timestamp, signature, 0).statusCode());
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, -86_400, 301, 86_400})
    void aReplayedOrFutureRequestIsRefused(long seconds) {
        assertEquals(401, at(Duration.ofSeconds(seconds), event()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -1, 0, 1, 300})
    void withinFiveMinutesClocksMayDiffer(long seconds) {
        assertEquals(200, at(Duration.ofSeconds(seconds), event()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1", "1e9", "99999999999999999999", "1700000000.5", " 1700000000"})
    void aTimestampThatIsNoNumberIsRefused(String timestamp) {
        byte[] body = bytes(event());
        assertEquals(
                401,
                line.post(body, JSON, timestamp, HttpLine.sign(Stage.SECRET, timestamp, body), 0)
                        .statusCode());
    }

    @Test
    void aBodyThatIsNotUtf8IsRefusedEvenWhenSigned() {
        byte[] latin = event().getBytes(StandardCharsets.ISO_8859_1);
        String timestamp = String.valueOf(stage.time().instant().getEpochSecond());
        assertEquals(
                400,
                line.post(latin, JSON, timestamp, HttpLine.sign(Stage.SECRET, timestamp, latin), 0)
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"type\":\"event_callback\"}",
                "{\"type\":\"event_callback\",\"team_id\":{},\"event\":{\"type\":\"app_home_opened\"}}",
                "payload=",
                "payload=%7B",
                "payload=%ZZ",
                "a=b",
                "\u0000"
            })
    void aGenuineRequestThatNobodyCanReadIsAcknowledged(String body) {
        assertEquals(200, line.post(body, FORM, 0).statusCode());
        assertEquals(0, stage.stores().inbox().waiting("slack"));
    }

    @Test
    void theChallengeOfTheAddressIsAnswered() {
        HttpResponse<String> response = line.post(
                "{\"token\":\"x\",\"challenge\":\"3eZbrw1aBm2rZgRNFdxV\",\"type\":\"url_verification\"}", JSON, 0);
        assertEquals(200, response.statusCode());
        assertEquals("3eZbrw1aBm2rZgRNFdxV", response.body());
    }

    @Test
    void theCertificateCheckNeedsNoSignature() {
        byte[] body = bytes("ssl_check=1&token=x");
        assertEquals(200, line.post(body, FORM, "0", "v0=none", 0).statusCode());
        byte[] disguised = bytes(event().replace("ein", "&ssl_check=1&"));
        assertEquals(401, line.post(disguised, JSON, "0", "v0=none", 0).statusCode());
    }
}
