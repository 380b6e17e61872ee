package dev.tunewise.flowfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.tunewise.testing.FlowEdits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The schemas that editors use take every flow that the loader takes, and refuse what is plainly of the wrong form. */
class FlowSchemaTest {
    private static final Path FLOWS = Path.of("conversation-flows");

    static Stream<Path> flows() {
        return Stream.concat(FlowFolders.at(FLOWS).stream(), Stream.of(FlowEdits.BACKUP_PLAN));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void takesFlowsThatAreRight(Path folder) {
        assertEquals(Map.of(), complaints(FlowFiles.read(folder).texts()));
    }

    /** Cases of the loader's tests whose form is wrong, so that an editor can tell while typing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "assume-missing",
                "assume-wrong",
                "bad-names",
                "choices-and-catalogue",
                "choices-wrong",
                "controls-wrong",
                "figure-inputs",
                "head-out-of-bounds",
                "key-of-another-type",
                "missing-head",
                "rule-without",
                "sections-missing",
                "source-wrong",
                "story-wrong",
                "text-empty",
                "text-unused",
                "unknown-key",
                "unknown-type",
                "unknown-unit",
                "values-of-fields",
                "words-wrong",
                "wrong-kinds"
            })
    void refusesWhatHasTheWrongForm(String name) {
        String edits = FlowEdits.read(Path.of("src/test/resources/flowfile", name, "edits.txt"));
        assertFalse(complaints(FlowEdits.files(edits).texts()).isEmpty());
    }

    private static Map<String, Set<String>> complaints(Map<String, String> files) {
        Map<String, Set<String>> complaints = new TreeMap<>();
        ObjectMapper json = new ObjectMapper();
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(200)
                .build();
        files.forEach((path, text) -> {
            JsonNode node = json.valueToTree(new Load(settings).loadFromString(text));
            Set<String> found = schema(path).validate(node).stream()
                    .map(ValidationMessage::getMessage)
                    .collect(Collectors.toSet());
            if (!found.isEmpty()) {
                complaints.put(path, found);
            }
        });
        return complaints;
    }

    private static JsonSchema schema(String path) {
        List<String> parts = List.of(path.replace(".yaml", "").split("/"));
        String schema = FlowEdits.read(FLOWS.resolve(parts.getFirst() + ".schema.json"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }
}
