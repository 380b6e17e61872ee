package dev.tunewise.price.update;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.price.figure.PriceFigures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes imported prices as a file that {@code PriceFiles.overlay} reads. */
public final class OverlayFile {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    /**
     * The file as text. Models that LiteLLM confirmed without a change are written with their new date.
     *
     * @param plan what to write
     * @param source where the prices come from, as readers will see it
     */
    public static String text(PriceImport plan, String source) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema_version", 1);
        root.put("source", source);
        root.put("as_of", plan.asOf().toString());
        Map<String, ObjectNode> models = new LinkedHashMap<>();
        plan.changes().forEach(change -> put(entry(models, change.model()), change.field(), change.after()));
        plan.unchanged().forEach(id -> entry(models, id));
        plan.addedEntries().forEach((key, entry) -> added(entry(models, key), entry));
        plan.implausible().forEach(odd -> entry(models, odd.change().model()).put("confirmed", true));
        ArrayNode list = root.putArray("models");
        models.values().forEach(list::add);
        try {
            return MAPPER.writeValueAsString(root) + "\n";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Writes the file in one step, so that nobody ever reads half of it. */
    public static void write(Path file, PriceImport plan, String source) {
        try {
            Path absolute = file.toAbsolutePath();
            Path draft = Files.createTempFile(absolute.getParent(), "prices", ".json");
            Files.writeString(draft, text(plan, source));
            Files.move(draft, absolute, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("Writing the price file " + file + " failed", failed);
        }
    }

    private static ObjectNode entry(Map<String, ObjectNode> models, String id) {
        return models.computeIfAbsent(id, key -> MAPPER.createObjectNode().put("id", key));
    }

    private static void added(ObjectNode node, LiteLlmFile.Entry entry) {
        node.put("name", node.get("id").textValue());
        node.put("provider", entry.provider());
        node.put("kind", entry.mode().equals("embedding") ? "embedding" : "chat");
        PriceFigures.MODEL.stream()
                .filter(entry.figures()::containsKey)
                .forEach(field -> put(node, field, entry.figures().getOrDefault(field, "")));
    }

    private static void put(ObjectNode node, String field, String value) {
        if (value.isEmpty()) {
            node.putNull(field);
        } else if (NUMBER.matcher(value).matches()) {
            node.put(field, new BigDecimal(value));
        } else {
            node.put(field, value);
        }
    }
}
