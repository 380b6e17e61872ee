package dev.tunewise.web.form;

import dev.tunewise.channel.FormText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a posted form, in order. */
public final class FormData {
    private final Map<String, List<String>> fields;

    private FormData(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** Reads `application/x-www-form-urlencoded`; what is malformed is left out. */
    public static FormData parse(String body) {
        return new FormData(FormText.read(body));
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The first value of each field. */
    public Map<String, String> firsts() {
        Map<String, String> firsts = new LinkedHashMap<>();
        fields.forEach((name, values) -> firsts.put(name, values.getFirst()));
        return firsts;
    }

    /** The first value of a field; empty when it was not sent. */
    public String first(String name) {
        List<String> values = fields.get(name);
        return values == null ? "" : values.getFirst();
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
