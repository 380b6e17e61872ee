package dev.tunewise.proposal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.reading.reader.ProposalCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the answer of a language model, which may be anything at all. */
final class ModelReplyParser {
    private static final int MOST_CLAIMS = 50;

    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(20_000)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /**
     * What the model said, as its API tells it; empty when that tells nothing.
     *
     * @throws IOException if the answer is not the JSON of that API at all, as a proxy's page is not
     */
    String said(byte[] answer) throws IOException {
        return json.readTree(answer).at("/choices/0/message/content").asText();
    }

    /** The claims in it; none when it is no JSON of the form asked for. */
    List<ProposalCheck.Claim> claims(String answer) {
        int start = answer.indexOf('{');
        int end = answer.lastIndexOf('}');
        if (start < 0 || end < start) {
            return List.of();
        }
        try {
            return claims(json.readTree(answer.substring(start, end + 1)).path("proposals"));
        } catch (JsonProcessingException _) {
            return List.of();
        }
    }

    private static List<ProposalCheck.Claim> claims(JsonNode proposals) {
        List<ProposalCheck.Claim> claims = new ArrayList<>();
        for (JsonNode one : proposals) {
            if (claims.size() < MOST_CLAIMS
                    && one.path("fact").isTextual()
                    && one.path("quote").isTextual()) {
                claims.add(new ProposalCheck.Claim(
                        one.path("fact").asText(),
                        value(one.path("value")),
                        one.path("quote").asText()));
            }
        }
        return claims;
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isTextual()) {
            return node.asText();
        }
        if (node.isNumber()) {
            return node.numberValue();
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (!node.isArray()) {
            return null;
        }
        List<String> items = new ArrayList<>();
        for (JsonNode item : node) {
            if (!item.isTextual()) {
                return null;
            }
            items.add(item.asText());
        }
        return items;
    }
}
