package dev.tunewise.cost;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One case of seed-golden.json. */
record GoldenCase(String id, String verdict, Map<?, ?> inputs, Map<?, ?> expected, String tolerance) {

    static List<GoldenCase> all() {
        List<GoldenCase> cases = new ArrayList<>();
        for (JsonNode item : file().path("cases")) {
            Map<?, ?> fields = (Map<?, ?>) plain(item);
            cases.add(new GoldenCase(
                    (String) fields.get("id"),
                    (String) fields.get("verdict"),
                    (Map<?, ?>) fields.get("inputs"),
                    (Map<?, ?>) fields.get("expected"),
                    (String) fields.get("tolerance")));
        }
        return cases;
    }

    private static JsonNode file() {
        try (InputStream in = GoldenCase.class.getResourceAsStream("/cost/seed-golden.json")) {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .readTree(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Maps, lists, String, BigDecimal and Boolean. */
    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
            return fields;
        }
        if (node.isArray()) {
            return node.valueStream().map(GoldenCase::plain).toList();
        }
        return node.isNumber() ? node.decimalValue() : node.isBoolean() ? node.booleanValue() : node.textValue();
    }

    double in(String name) {
        return ((BigDecimal) inputs.get(name)).doubleValue();
    }

    double in(String name, String key) {
        return ((BigDecimal) ((Map<?, ?>) inputs.get(name)).get(key)).doubleValue();
    }

    List<Double> list(String name) {
        return ((List<?>) inputs.get(name))
                .stream().map(item -> ((BigDecimal) item).doubleValue()).toList();
    }

    /** Within the tolerance of the case, or within the rounding of the figure as the file prints it. */
    boolean isWithinTolerance(BigDecimal expectedValue, double actual) {
        double allowed = Double.parseDouble(tolerance.split(" ")[1]);
        double wanted = expectedValue.doubleValue();
        double range = tolerance.startsWith("absolute") ? allowed : allowed * Math.abs(wanted);
        double printed = expectedValue.ulp().doubleValue() / 2;
        return Math.abs(wanted - actual) <= Math.max(range, printed < 1e-3 ? printed : 0);
    }

    @Override
    public String toString() {
        return id;
    }
}
