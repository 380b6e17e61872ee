package dev.tunewise.slack.decode;

import java.util.List;
import java.util.Map;

/**
 * Something that somebody clicked.
 *
 * @param person who; the installation may be another one than the consultation's when an organisation shares a channel with another
 * @param room channel of the message; empty for windows and the Home tab
 * @param thread root of the thread in which it stands; empty outside of one
 * @param trigger opens a window, for three seconds
 * @param fields what is chosen in the fields around it, by action id
 */
public record SlackClick(
        SlackUser person,
        String room,
        String thread,
        boolean window,
        String trigger,
        String actionId,
        String blockId,
        String value,
        String time,
        Map<String, List<String>> fields) {
    /** The same click may arrive twice; its time and place are its name. */
    public String key() {
        return "click:" + person.user() + ":" + time + ":" + actionId;
    }
}
