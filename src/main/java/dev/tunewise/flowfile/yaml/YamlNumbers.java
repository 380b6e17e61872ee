package dev.tunewise.flowfile.yaml;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers as YAML writes them. */
public final class YamlNumbers {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d{1,18}(\\.\\d{1,12})?|\\.\\d{1,12})([eE][-+]?\\d{1,2})?");

    /** The number that a plain scalar is; empty when it is none. */
    public static Optional<BigDecimal> read(YamlNode.Text text) {
        if (text.quoted() || !NUMBER.matcher(text.text()).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text.text());
        return Optional.of(value.scale() < 0 ? value.setScale(0) : value);
    }
}
