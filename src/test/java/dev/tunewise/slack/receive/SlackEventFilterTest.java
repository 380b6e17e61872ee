package dev.tunewise.slack.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.slack.decode.SlackPayloadParser;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackEventFilterTest {
    @Test
    void anIdThatIsNoneMakesNoLane() {
        assertEquals(Optional.of("D1/1700000000.1"), lane("1700000000.1"));
        assertEquals(Optional.of(""), lane("1".repeat(256)));
    }

    private static Optional<String> lane(String ts) {
        String event = """
                {"type": "event_callback", "team_id": "T1", "event_id": "E1", "event_time": 1700000001,
                 "event": {"type": "message", "channel_type": "im", "channel": "D1", "user": "U1", "ts": "%s"}}
                """.formatted(ts);
        return SlackEventFilter.lane(new SlackPayloadParser().parse(event).orElseThrow());
    }
}
