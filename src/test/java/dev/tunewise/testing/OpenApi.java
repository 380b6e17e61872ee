package dev.tunewise.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** An OpenAPI 3.0 file, to hold answers against what it promises: nothing missing, nothing else, nothing of another type. */
public final class OpenApi {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode file;

    /** Reads the file. */
    public OpenApi(String yaml) {
        Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        this.file = strict(MAPPER.valueToTree(tree));
    }

    /** Paths with their methods, as "POST /api/conversations". */
    public List<String> operations() {
        return file.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey()))
                .sorted()
                .toList();
    }

    /** The examples of a request body. */
    public List<JsonNode> examples(String method, String path) {
        JsonNode content =
                operation(method, path).path("requestBody").path("content").path("application/json");
        return content.path("examples").properties().stream()
                .map(example -> example.getValue().path("value"))
                .toList();
    }

    /** What an answer has that the file does not promise, or lacks that it promises. */
    public List<String> faults(String method, String path, int status, String mediaType, String body) {
        JsonNode schema = operation(method, path)
                .path("responses")
                .path(String.valueOf(status))
                .path("content")
                .path(mediaType)
                .path("schema");
        if (schema.isMissingNode()) {
            return List.of("The file has no answer " + status + " in " + mediaType + " for " + method + " " + path);
        }
        ObjectNode root = MAPPER.createObjectNode();
        root.setAll((ObjectNode) schema);
        root.set("components", file.path("components"));
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
        return compiled.validate(Json.of(body)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** What an operation, as in {@link #operations}, says of an answer; references are followed. */
    public JsonNode answer(String operation, int status) {
        String[] parts = operation.split(" ", 2);
        JsonNode answer = operation(parts[0], parts[1]).path("responses").path(String.valueOf(status));
        String reference = answer.path("$ref").asText();
        return reference.isEmpty() ? answer : file.at(reference.substring(1));
    }

    private JsonNode operation(String method, String path) {
        return file.path("paths").path(path).path(method.toLowerCase(java.util.Locale.ROOT));
    }

    /** The same as JSON Schema, in which null is a type, and objects with named members have no others. */
    private static JsonNode strict(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, strict(array.get(i)));
            }
            return array;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        object.properties().forEach(member -> member.setValue(strict(member.getValue())));
        if (object.path("properties").isObject() && object.path("type").asText().equals("object")) {
            object.put("additionalProperties", false);
        }
        if (object.path("nullable").isBoolean() && object.path("nullable").booleanValue()) {
            object.remove("nullable");
            ObjectNode either = MAPPER.createObjectNode();
            ArrayNode any = either.putArray("anyOf");
            any.addObject().put("type", "null");
            any.add(object);
            return either;
        }
        return object;
    }
}
