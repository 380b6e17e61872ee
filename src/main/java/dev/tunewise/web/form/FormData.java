package dev.tunewise.web.form;

import dev.tunewise.channel.FormText;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    public Set<String> names() {
        return fields.keySet();
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
