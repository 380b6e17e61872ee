package dev.tunewise.flowfile.definition;

import dev.tunewise.flow.Expectations.Prior;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FactValueParser;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import dev.tunewise.flowfile.yaml.YamlNumbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads shares in percent: by choice, by `yes` and `no`, by choices joined with `+` (or `none`), by quantity or by quantities as `10..200`, and
 * `unsaid` for teams that cannot say it.
 */
record ShareReader(Fact fact, ProblemCollector report) {
    private static final String UNSAID = "unsaid";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** The shares, those that are wrong left out after reporting them. */
    List<Prior.Share> read(YamlFields fields) {
        List<Prior.Share> shares = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        boolean counted = true;
        for (var entry : fields.map("shares").entrySet()) {
            Optional<BigDecimal> share =
                    entry.getValue().value() instanceof YamlNode.Text text ? YamlNumbers.read(text) : Optional.empty();
            if (share.isEmpty() || share.get().signum() < 0) {
                wrong(
                        entry.getValue(),
                        "has the share " + entry.getValue().value().kind(),
                        "Write a percentage.");
                counted = false;
                continue;
            }
            sum = sum.add(share.get());
            if (!entry.getKey().equals(UNSAID)) {
                double part = share.get().doubleValue() / WHOLE.doubleValue();
                share(entry.getKey(), part, entry.getValue()).ifPresent(shares::add);
            }
        }
        if (counted && sum.signum() > 0 && sum.compareTo(WHOLE) != 0) {
            report.error(
                    "shares",
                    fields.at("shares"),
                    fact.id(),
                    sum.stripTrailingZeros().toPlainString());
        }
        return shares;
    }

    private Optional<Prior.Share> share(String key, double share, YamlNode.Entry entry) {
        String[] ends = fact.type() == FactType.QUANTITY ? key.split("\\.\\.", 2) : new String[] {key};
        Optional<Value> low = value(ends[0], entry);
        Optional<Value> high = ends.length == 2 ? value(ends[1], entry) : low;
        return low.flatMap(least -> high.map(most -> new Prior.Share(new Prior.Span(least.raw(), most.raw()), share)));
    }

    private Optional<Value> value(String key, YamlNode.Entry entry) {
        String written =
                fact.type() == FactType.CHOICES ? key.equals("none") ? "" : key.replaceAll("\\s*\\+\\s*", ",") : key;
        return switch (FactValueParser.parse(fact, written, _ -> true)) {
            case FactValueParser.Good(Value value) -> Optional.of(value);
            case FactValueParser.Bad(String message) -> {
                report.error("bad-value", entry.key(), message);
                yield Optional.empty();
            }
        };
    }

    private void wrong(YamlNode.Entry entry, String what, String remedy) {
        report.error("shares.value", entry.key(), fact.id(), what, remedy);
    }
}
