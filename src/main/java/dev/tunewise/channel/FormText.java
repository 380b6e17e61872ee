package dev.tunewise.channel;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fields as forms and the queries of addresses hold them. */
public final class FormText {
    private FormText() {}

    public static String write(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The values of fields by name, in order; what is malformed is left out. */
    public static Map<String, List<String>> read(String text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String field : text.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                try {
                    String value = URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8);
                    String name = URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8);
                    fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
                } catch (IllegalArgumentException malformed) {
                    continue;
                }
            }
        }
        return fields;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
