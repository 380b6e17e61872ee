package dev.tunewise.slack.deliver;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is kept of a message that was sent: its timestamp, and the files beside it with a hash of each, so that an edit uploads only what changed.
 *
 * @param files id and hash by name of the file or picture
 */
record SlackSentMessage(String timestamp, Map<String, Uploaded> files) {
    /** A file beside the message. `hash`: of its content. */
    record Uploaded(String id, String hash) {}

    SlackSentMessage with(String name, Uploaded file) {
        Map<String, Uploaded> more = new LinkedHashMap<>(files);
        more.put(name, file);
        return new SlackSentMessage(timestamp, more);
    }

    String text() {
        StringBuilder text = new StringBuilder(timestamp);
        files.forEach((name, file) -> text.append(";" + name + "=" + file.id() + "#" + file.hash()));
        return text.toString();
    }

    static SlackSentMessage read(String text) {
        String[] parts = text.split(";");
        Map<String, Uploaded> files = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int name = parts[i].lastIndexOf('=');
            int hash = parts[i].lastIndexOf('#');
            if (name > 0 && hash > name) {
                files.put(
                        parts[i].substring(0, name),
                        new Uploaded(parts[i].substring(name + 1, hash), parts[i].substring(hash + 1)));
            }
        }
        return new SlackSentMessage(parts[0], files);
    }
}
