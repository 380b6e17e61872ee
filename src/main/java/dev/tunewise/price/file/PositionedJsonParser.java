package dev.tunewise.price.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON with the place of every value, and says where it is broken. */
public record PositionedJsonParser(String name, JsonParser parser, Problems problems) {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The root object of a file; empty when it is broken or no object, and then the reason is among the problems. */
    public static Optional<PositionedJson.Obj> read(String name, InputStream in, Problems problems) {
        try (JsonParser parser = FACTORY.createParser(in)) {
            PositionedJsonParser file = new PositionedJsonParser(name, parser, problems);
            if (parser.nextToken() == null) {
                problems.error("empty-file.json", new Position(name, 1, 1));
                return Optional.empty();
            }
            PositionedJson root = file.value();
            if (parser.nextToken() != null) {
                problems.error("broken-json.after", file.here());
                return Optional.empty();
            }
            if (root instanceof PositionedJson.Obj object) {
                return Optional.of(object);
            }
            problems.error("not-an-object", root.at(), root.describe());
            return Optional.empty();
        } catch (JsonProcessingException broken) {
            problems.error("broken-json.syntax", position(name, broken.getLocation()), said(broken));
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException("Reading " + name + " failed", failed);
        }
    }

    private PositionedJson value() throws IOException {
        Position at = here();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(at);
            case START_ARRAY -> array(at);
            case VALUE_STRING -> new PositionedJson.Text(parser.getText(), at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new PositionedJson.Num(number(at), at);
            case VALUE_TRUE -> new PositionedJson.Bool(true, at);
            case VALUE_FALSE -> new PositionedJson.Bool(false, at);
            case VALUE_NULL -> new PositionedJson.Null(at);
            default -> throw new IllegalStateException("Unexpected token " + token + " at " + at);
        };
    }

    /** A number of sane size; a huge exponent would fill the memory as soon as the number is written out. */
    private BigDecimal number(Position at) throws IOException {
        BigDecimal number = parser.getDecimalValue();
        if (NumberSize.isSane(number)) {
            return number;
        }
        problems.error("number-out-of-range", at, NumberSize.shortened(parser.getText()), NumberSize.EXPECTED);
        return BigDecimal.ZERO;
    }

    private PositionedJson.Obj object(Position at) throws IOException {
        Map<String, PositionedJson> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            fields.put(field, value());
        }
        return new PositionedJson.Obj(fields, at);
    }

    private PositionedJson.Arr array(Position at) throws IOException {
        List<PositionedJson> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new PositionedJson.Arr(items, at);
    }

    private Position here() {
        return position(name, parser.currentTokenLocation());
    }

    /** What the parser says, without its own way of naming places. */
    private static String said(JsonProcessingException broken) {
        return broken.getOriginalMessage()
                .replaceAll("\\s*\\([^()]*\\[Source:[^\\]]*\\]\\)", "")
                .replaceAll(": enable `JsonReadFeature[^`]*` to allow", "")
                .replaceAll("\\s*\\R\\s*", " ");
    }

    private static Position position(String name, JsonLocation location) {
        return new Position(name, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
