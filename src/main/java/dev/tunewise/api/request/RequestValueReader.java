package dev.tunewise.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.api.problem.ProblemDetail.Fault;
import dev.tunewise.api.problem.ProblemDetail.Kind;
import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FactValueParser;
import dev.tunewise.reading.name.NameCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one value of a fact: numbers as numbers, yes and no as booleans, one choice as a string, several as an array. */
record RequestValueReader(NameCatalogue names, List<Fault> faults) {
    private static final Set<String> RANGE = Set.of("value", "low", "high");
    private static final int LONGEST_NAME = 100;

    Optional<Value> read(Fact fact, JsonNode node, String pointer) {
        return switch (fact.type()) {
            case YES_NO ->
                node.isBoolean()
                        ? Optional.of(new Value.YesNo(node.booleanValue()))
                        : wrongType(fact, "true, false or null", node, pointer);
            case QUANTITY -> quantity(fact, node, pointer);
            case CHOICE ->
                node.isTextual()
                        ? choice(fact, node.textValue(), pointer)
                        : wrongType(fact, "a string: " + allowed(fact), node, pointer);
            case CHOICES -> choices(fact, node, pointer);
        };
    }

    private Optional<Value> quantity(Fact fact, JsonNode node, String pointer) {
        if (node.isNumber()) {
            return isShare(fact, node.decimalValue())
                    ? share(fact, node.decimalValue(), pointer)
                    : number(fact, node, pointer);
        }
        if (node instanceof ObjectNode range && range.path("value").isNumber()) {
            return range(fact, range, pointer);
        }
        String hint = node.isTextual() ? " Numbers go without quotation marks." : "";
        return wrongType(fact, "a number" + unit(fact), node, pointer, hint);
    }

    /** Programs hold shares from 0 to 1: so small a percentage is hardly ever one. A range that ends where it begins says that it is. */
    private static boolean isShare(Fact fact, BigDecimal value) {
        return fact.unit() != null
                && fact.unit().kind() == Unit.Kind.PERCENT
                && value.signum() > 0
                && value.compareTo(BigDecimal.ONE) <= 0;
    }

    private Optional<Value> share(Fact fact, BigDecimal value, String pointer) {
        String shown = value.stripTrailingZeros().toPlainString();
        String percent = value.movePointRight(2).stripTrailingZeros().toPlainString();
        return bad(
                Kind.OUT_OF_RANGE,
                pointer,
                "`" + fact.id() + "` is in percent, and " + shown + " looks like a share of 1: send " + percent
                        + " for " + percent
                        + " %. If it is " + shown + " %, send {\"value\": " + shown + ", \"low\": " + shown
                        + ", \"high\": "
                        + shown + "}.");
    }

    private Optional<Value> number(Fact fact, JsonNode node, String pointer) {
        return switch (FactValueParser.of(fact, node.numberValue(), _ -> false)) {
            case FactValueParser.Good(Value value) -> Optional.of(value);
            case FactValueParser.Bad(String message) -> bad(Kind.OUT_OF_RANGE, pointer, message);
        };
    }

    /** A number with the range it may lie in, as readings give it. */
    private Optional<Value> range(Fact fact, ObjectNode range, String pointer) {
        for (String name :
                range.properties().stream().map(java.util.Map.Entry::getKey).toList()) {
            if (!RANGE.contains(name) || !range.path(name).isNumber()) {
                return bad(
                        Kind.WRONG_TYPE,
                        pointer + Fault.pointer(name),
                        "A range has the numbers `value`, `low` and `high`, nothing else.");
            }
        }
        List<Value.Quantity> ends = new ArrayList<>();
        for (String name : List.of("low", "value", "high")) {
            JsonNode end = range.has(name) ? range.path(name) : range.path("value");
            Optional<Value> read = number(fact, end, pointer + (range.has(name) ? Fault.pointer(name) : ""));
            if (read.isEmpty() || !(read.get() instanceof Value.Quantity quantity)) {
                return read;
            }
            ends.add(quantity);
        }
        BigDecimal low = ends.get(0).value();
        BigDecimal value = ends.get(1).value();
        BigDecimal high = ends.get(2).value();
        return low.compareTo(value) <= 0 && value.compareTo(high) <= 0
                ? Optional.of(new Value.Quantity(value, low, high))
                : bad(
                        Kind.OUT_OF_RANGE,
                        pointer,
                        "`" + fact.id() + "` needs low <= value <= high, found " + low.toPlainString() + " / "
                                + value.toPlainString() + " / " + high.toPlainString() + ".");
    }

    private Optional<Value> choice(Fact fact, String id, String pointer) {
        String catalogue = fact.catalogue();
        if (catalogue == null) {
            return fact.choices().contains(id) ? Optional.of(new Value.Choice(id)) : unknownChoice(fact, id, pointer);
        }
        if (id.length() > LONGEST_NAME || id.isBlank()) {
            return bad(
                    Kind.UNKNOWN_CHOICE,
                    pointer,
                    "`" + fact.id() + "` takes an entry of the catalogue of " + catalogue + ", by id or by name.");
        }
        return switch (names.resolve(catalogue, id)) {
            case NameCatalogue.Found(NameCatalogue.Entry entry) -> Optional.of(new Value.Choice(entry.id()));
            case NameCatalogue.Ambiguous ambiguous ->
                bad(
                        Kind.UNKNOWN_CHOICE,
                        pointer,
                        "`" + id + "` can mean several entries of the catalogue of " + catalogue + ". Send one of: "
                                + Suggestion.list(NameCatalogue.ids(ambiguous.entries())));
            // Models that nobody has priced are in use all the same; the cost model places them by size.
            case NameCatalogue.Unknown _ -> Optional.of(new Value.Choice(id.strip()));
        };
    }

    private Optional<Value> choices(Fact fact, JsonNode node, String pointer) {
        if (!node.isArray()) {
            return wrongType(fact, "an array with any of: " + allowed(fact), node, pointer);
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            JsonNode item = node.get(i);
            String place = pointer + "/" + i;
            if (!item.isTextual()) {
                return wrongType(fact, "strings in the array: " + allowed(fact), item, place);
            }
            if (!fact.choices().contains(item.textValue())) {
                return unknownChoice(fact, item.textValue(), place);
            }
            ids.add(item.textValue());
        }
        return Optional.of(
                new Value.Choices(fact.choices().stream().filter(ids::contains).toList()));
    }

    private Optional<Value> unknownChoice(Fact fact, String id, String pointer) {
        String meant = Suggestion.nearest(id, fact.choices())
                .map(near -> " Did you mean `" + near + "`?")
                .orElse("");
        return bad(
                Kind.UNKNOWN_CHOICE,
                pointer,
                "`" + fact.id() + "` has no choice `" + JsonKinds.name(id) + "`." + meant + " The choices are: "
                        + allowed(fact) + ".");
    }

    private Optional<Value> wrongType(Fact fact, String expected, JsonNode found, String pointer) {
        return wrongType(fact, expected, found, pointer, "");
    }

    private Optional<Value> wrongType(Fact fact, String expected, JsonNode found, String pointer, String hint) {
        return bad(
                Kind.WRONG_TYPE,
                pointer,
                "`" + fact.id() + "` takes " + expected + ", found " + JsonKinds.shown(found) + "." + hint);
    }

    private Optional<Value> bad(Kind kind, String pointer, String detail) {
        faults.add(Fault.of(kind, pointer, detail));
        return Optional.empty();
    }

    private static String unit(Fact fact) {
        return fact.unit() == null ? "" : " (" + UnitNames.name(fact.unit()) + ")";
    }

    private static String allowed(Fact fact) {
        return fact.catalogue() == null
                ? fact.choices().stream().collect(Collectors.joining(", "))
                : "an entry of the catalogue of " + fact.catalogue();
    }
}
