package dev.tunewise.cost;

import dev.tunewise.price.file.JsonResource;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One case of seed-golden.json. */
record GoldenCase(String id, String verdict, Map<?, ?> inputs, Map<?, ?> expected, String tolerance) {

    static List<GoldenCase> all() {
        InputStream in = GoldenCase.class.getResourceAsStream("/cost/seed-golden.json");
        List<GoldenCase> cases = new ArrayList<>();
        for (Object item : (List<?>) JsonResource.read("seed-golden.json", in).get("cases")) {
            Map<?, ?> fields = (Map<?, ?>) item;
            cases.add(new GoldenCase(
                    (String) fields.get("id"),
                    (String) fields.get("verdict"),
                    (Map<?, ?>) fields.get("inputs"),
                    (Map<?, ?>) fields.get("expected"),
                    (String) fields.get("tolerance")));
        }
        return cases;
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
