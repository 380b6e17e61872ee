package dev.tunewise.slack.decode;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * A verified request as it is kept until it is worked off.
 *
 * @param socket whether it came over Socket Mode, where the body is the bare payload
 * @param body the body as text
 * @param retry number of Slack's retry; 0 for the first delivery
 */
public record StoredRequest(boolean socket, String body, int retry) {

    public String text() {
        JsonObject object = new JsonObject();
        object.addProperty("socket", socket);
        object.addProperty("retry", retry);
        object.addProperty("body", body);
        return object.toString();
    }

    public static StoredRequest read(String text) {
        JsonObject object = JsonParser.parseString(text).getAsJsonObject();
        return new StoredRequest(
                object.get("socket").getAsBoolean(),
                object.get("body").getAsString(),
                object.get("retry").getAsInt());
    }
}
