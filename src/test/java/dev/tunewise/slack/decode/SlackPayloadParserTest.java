package dev.tunewise.slack.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.tunewise.session.inbox.Unreadable;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackPayloadParserTest {
    private static final String EVENT = """
            {"type": "event_callback", "team_id": "T2", "event_time": 1700000001, "event": {"type": "message", "text": "Hello", "user": null},
             "authorizations": [{"enterprise_id": null, "team_id": "T1", "user_id": "UBOT", "is_bot": true, "is_enterprise_install": false}]}""";

    private final SlackPayloadParser parser = new SlackPayloadParser();

    private SlackRequest read(String body) {
        return parser.parse(body).orElseThrow();
    }

    private static String kept(boolean socket, String body) {
        JsonObject wrapper = new JsonObject();
        wrapper.addProperty("socket", socket);
        wrapper.addProperty("retry", 0);
        wrapper.addProperty("body", body);
        return wrapper.toString();
    }

    @Test
    void anEventIsReadByItsFields() {
        SlackEvent event = assertInstanceOf(SlackEvent.class, read(EVENT));
        assertEquals("message", event.type());
        assertEquals("Hello", SlackEvent.text(event.event(), "text"));
        assertEquals("", SlackEvent.text(event.event(), "user"));
        assertEquals("T1", event.workspace());
        assertEquals("UBOT", event.bot());
        assertEquals(Instant.ofEpochSecond(1_700_000_001), event.at());
    }

    @Test
    void anInstallationOfAnOrganisationIsTheOrganisations() {
        String organisation = EVENT.replace("\"enterprise_id\": null", "\"enterprise_id\": \"E1\"")
                .replace("\"is_enterprise_install\": false", "\"is_enterprise_install\": true");
        assertEquals("E1", ((SlackEvent) read(organisation)).workspace());
        assertEquals("T2", ((SlackEvent) read(EVENT.replace("authorizations", "nobody"))).workspace());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatAnOlderVersionKeptIsReadToo(boolean socket) {
        assertEquals(read(EVENT), read(kept(socket, EVENT)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCommandIsReadFromAFormAndFromSocketMode(boolean socket) {
        String body = socket
                ? "{\"command\": \"/tunewise\", \"text\": \"help\", \"team_id\": \"T1\"}"
                : "command=%2Ftunewise&text=help&team_id=T1";
        for (String each : new String[] {body, kept(socket, body)}) {
            SlackInteraction read = assertInstanceOf(SlackInteraction.class, read(each));
            assertEquals(SlackInteraction.COMMAND, read.type());
            assertEquals("help", read.text("text"));
            assertEquals("T1", read.person().workspace());
        }
    }

    @Test
    void aFieldThatHoldsSomethingElseIsNotTakenForMissing() {
        SlackEvent event = (SlackEvent) read(EVENT.replace("\"Hello\"", "[1]"));
        assertThrows(Unreadable.class, () -> SlackEvent.text(event.event(), "text"));
        for (String noTime : new String[] {"\"soon\"", "99999999999999999"}) {
            SlackEvent when = (SlackEvent) read(EVENT.replace("1700000001", noTime));
            assertThrows(Unreadable.class, when::at, noTime);
        }
    }

    @Test
    void aTextMayBeLongAndAnIdMayNot() {
        SlackEvent said = (SlackEvent) read(EVENT.replace("Hello", "a".repeat(3_000)));
        assertEquals(3_000, SlackEvent.text(said.event(), "text").length());
        SlackEvent elsewhere =
                (SlackEvent) read(EVENT.replace("\"user\": null", "\"channel\": \"" + "C".repeat(256) + "\""));
        assertThrows(Unreadable.class, () -> SlackEvent.id(elsewhere.event(), "channel"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": [1]}",
                "{\"type\": \"event_callback\", \"event\": 1}",
                "{\"socket\": true, \"body\": \"\"}",
                "{\"type\": \"url_verification\", \"challenge\": {}}"
            })
    void whatNobodyCanReadIsNothing(String body) {
        assertTrue(parser.parse(body).isEmpty());
    }
}
