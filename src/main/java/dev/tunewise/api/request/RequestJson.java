package dev.tunewise.api.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.api.problem.ProblemDetail;
import dev.tunewise.api.problem.ProblemResponses;
import dev.tunewise.api.problem.RefusedRequest;
import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a request strictly: one object, no key twice, nothing after it. */
public final class RequestJson {
    /** Longest request taken, in bytes. */
    public static final int LONGEST = 1_048_576;

    private static final int DEEPEST = 50;

    /** No request has so many members in one object; each unknown one would be looked for among the known, and told. */
    private static final int WIDEST = 1_000;

    /** Words of the parser on where objects began and on its own types and settings, which nobody outside can change. */
    private static final Pattern OF_THE_PARSER = Pattern.compile(
            "\\s*\\(start marker at .*|\\s*\\((?:of type|bound as) [^)]*\\)|:? (?:enable|not allowed as per) `.*|, from `[^`]*`");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws RefusedRequest if it is none */
    public static ObjectNode read(byte @Nullable [] bytes) {
        return read(bytes, LONGEST);
    }

    /** The same with another limit in bytes. */
    public static ObjectNode read(byte @Nullable [] bytes, int longest) {
        if (bytes == null || bytes.length == 0) {
            throw bad("The request has no body. Send a JSON object.");
        }
        if (bytes.length > longest) {
            throw new RefusedRequest(ProblemResponses.ofStatus(
                    HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                    "The request has %,d bytes; at most %,d are taken.".formatted(bytes.length, longest)));
        }
        try {
            JsonNode node = MAPPER.readTree(bytes);
            if (tooWide(node)) {
                throw bad("An object in the request has more than %,d members. Send what the API describes."
                        .formatted(WIDEST));
            }
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw bad("The request is " + JsonKinds.of(node) + ". Send a JSON object.");
        } catch (JsonParseException e) {
            throw bad("The request is not JSON: " + said(e));
        } catch (JsonProcessingException e) {
            throw bad("The request cannot be read: " + said(e));
        } catch (NumberFormatException e) {
            throw bad("The request cannot be read: it holds a number that is too long or too large.");
        } catch (IOException e) {
            throw bad("The request is not text in UTF-8.");
        }
    }

    private static boolean tooWide(JsonNode node) {
        return (node.isObject() && node.size() > WIDEST) || node.valueStream().anyMatch(RequestJson::tooWide);
    }

    private static String said(JsonProcessingException e) {
        String message = e.getOriginalMessage().lines().findFirst().orElse("");
        return OF_THE_PARSER.matcher(message).replaceAll("") + place(e.getLocation()) + ".";
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static RefusedRequest bad(String detail) {
        return new RefusedRequest(
                ProblemDetail.of(HttpStatus.BAD_REQUEST.getCode(), "broken-json", "Broken JSON", detail));
    }
}
