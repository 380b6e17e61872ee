package dev.tunewise.record;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.document.AdviceDocument;
import dev.tunewise.advice.document.RecordTree;
import dev.tunewise.chat.Truncate;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as JSON and reads them in again. Written are the origin and, for readers, all that followed; read is the origin alone, from which the
 * rest follows again.
 */
public final class RecordJson {
    static final String FORMAT = "tunewise-decision-record";
    static final int VERSION = 2;
    /** The first version wrote cost parameters as plain numbers. */
    private static final int OLDEST = 1;

    private static final RecordTree TREE =
            new RecordTree(AdviceDocument.TREE, Map.of()).with(Instant.class, Instant::toString);

    private static final int LARGEST = 4_000_000;
    private static final int LONGEST_SHOWN = 60;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** The record; equal records give equal text. */
    public String write(DecisionRecord made) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        RecordInput origin = made.origin();
        tree.put("format", FORMAT);
        tree.put("format_version", VERSION);
        tree.putAll(TREE.parts(origin, "title"));
        tree.put("flow", TREE.parts(origin, "id=flow version fingerprint"));
        tree.putAll(TREE.parts(origin, "openedAt changedAt"));
        Map<String, Object> facts = new LinkedHashMap<>();
        origin.answers().all().forEach((fact, given) -> facts.put(fact, fact(given)));
        tree.put("facts", facts);
        Map<String, Object> parameters = new LinkedHashMap<>();
        origin.parameters().forEach((key, given) -> parameters.put(key, fact(given)));
        tree.put("parameters", parameters);
        tree.put(
                "answer",
                AdviceDocument.of(
                        made.answer().advice(),
                        made.answer().outlook(),
                        made.answer().cost()));
        try {
            return MAPPER.writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record could not be written as JSON", e);
        }
    }

    /** `consultants`: those of the flows that are served, by id of the flow. */
    public Reading read(String json, Function<String, Optional<Consultant>> consultants) {
        if (json.length() > LARGEST) {
            return refused("The record has " + json.length() + " characters, more than the " + LARGEST
                    + " that a record may have; check that it is one.");
        }
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            return refused("This is not the JSON of a decision record: it cannot be read"
                    + (at == null ? "" : " from line " + at.getLineNr() + ", column " + at.getColumnNr() + " on")
                    + ". Export the record again.");
        } catch (NumberFormatException e) {
            return refused("This is not the JSON of a decision record: it holds a number that is too long or too large."
                    + " Export the record again.");
        }
        if (root == null
                || !root.isObject()
                || !FORMAT.equals(root.path("format").asText())) {
            return refused("This is JSON but not a decision record: `/format` must be `" + FORMAT
                    + "`. Export the record again.");
        }
        JsonNode version = root.path("format_version");
        if (!version.isInt() || version.asInt() < OLDEST || version.asInt() > VERSION) {
            boolean newer = version.isIntegralNumber() && version.asLong() > VERSION;
            return refused("`/format_version` is " + shown(version) + ", expected " + OLDEST + " to " + VERSION + ". "
                    + (newer
                            ? "A newer Tunewise wrote this record: read it with that one."
                            : "Export the record again."));
        }
        String id = shortened(root.path("flow").path("id").asText());
        Optional<Consultant> consultant = consultants.apply(id);
        return consultant.isEmpty()
                ? refused("`/flow/id` is `" + id + "`, a flow that is not served here.")
                : new RecordInputReader(consultant.get()).read(root);
    }

    static String shown(JsonNode node) {
        return node.isMissingNode() ? "missing" : shortened(node.toString());
    }

    static String shortened(String text) {
        return Truncate.to(text, LONGEST_SHOWN);
    }

    private static Reading refused(String problem) {
        return new Reading.Refused(List.of(problem));
    }

    private static Map<String, @Nullable Object> fact(SourcedAnswer given) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("value", AdviceDocument.value(given.value()));
        if (given.value() instanceof Value.Quantity(var value, var low, var high)
                && (low.compareTo(value) != 0 || high.compareTo(value) != 0)) {
            tree.put("low", low);
            tree.put("high", high);
        }
        if (given.assumed()) {
            tree.put("assumed", true);
        }
        SourcedAnswer.Origin said = given.origin();
        if (said != null) {
            tree.putAll(TREE.parts(said, "author at quote"));
            if (!said.from().isEmpty()) {
                tree.put("from", said.from());
            }
        }
        return tree;
    }

    public sealed interface Reading {
        /**
         * It was read.
         *
         * @param origin what the record is made from
         * @param then what was advised then
         * @param remarks what to mind, for example that the flow has changed since; each a sentence
         */
        record Read(RecordInput origin, PreviousResult then, List<String> remarks) implements Reading {}

        /**
         * It cannot be used.
         *
         * @param problems all that is wrong, each a sentence that names the place, what was found and what was expected
         */
        record Refused(List<String> problems) implements Reading {
            public Refused {
                problems = List.copyOf(new ArrayList<>(problems));
            }
        }
    }
}
