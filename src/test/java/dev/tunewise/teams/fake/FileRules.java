package dev.tunewise.teams.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What Teams wants of the cards that offer and show files. */
final class FileRules {
    private FileRules() {}

    static List<String> faults(JsonNode attachment) {
        JsonNode content = attachment.path("content");
        boolean named = !attachment.path("name").asText().isBlank();
        boolean right = switch (attachment.path("contentType").asText()) {
            case "application/vnd.microsoft.teams.card.file.consent" ->
                named
                        && content.path("sizeInBytes").asInt() > 0
                        && content.has("acceptContext")
                        && content.has("declineContext");
            case "application/vnd.microsoft.teams.card.file.info" ->
                named
                        && !attachment.path("contentUrl").asText().isBlank()
                        && !content.path("uniqueId").asText().isBlank()
                        && !content.path("fileType").asText().isBlank();
            default -> false;
        };
        return right ? List.of() : List.of("attachment " + attachment);
    }
}
