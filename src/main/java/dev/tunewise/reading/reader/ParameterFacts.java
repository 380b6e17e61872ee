package dev.tunewise.reading.reader;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Parameter;
import dev.tunewise.flow.Texts;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a flow as facts, one for each way of saying them, so that they are read by the same rules: an amount belongs to the pattern that
 * names most of the text, be it of a fact or of a parameter.
 */
final class ParameterFacts {
    private final Flow joined;
    private final Map<String, Said> said = new HashMap<>();

    /** A fact that stands for a parameter. */
    private record Said(Parameter parameter, Parameter.Form form) {}

    ParameterFacts(Flow flow) {
        List<Fact> facts = new ArrayList<>(flow.facts());
        Map<String, List<String>> words = new LinkedHashMap<>(flow.synonyms());
        Map<String, String> texts = new LinkedHashMap<>(flow.texts().entries());
        for (Parameter parameter : flow.parameters()) {
            for (Parameter.Way way : parameter.ways()) {
                if (said.putIfAbsent(way.id(), new Said(parameter, way.form())) == null) {
                    facts.add(fact(parameter, way));
                    if (way.equals(parameter.ways().getFirst())) {
                        texts.put("facts." + way.id() + ".label", parameter.name());
                    }
                }
                BigDecimal exactly = way.exactly();
                words.put(exactly == null ? way.id() : way.id() + "." + exactly.toPlainString(), way.patterns());
            }
        }
        joined = said.isEmpty()
                ? flow
                : flow.with(facts, words, new Texts(flow.texts().language(), texts));
    }

    private static Fact fact(Parameter parameter, Parameter.Way way) {
        return new Fact(
                way.id(),
                FactType.QUANTITY,
                "",
                List.of(),
                null,
                unit(way.form()),
                BigDecimal.ZERO,
                null,
                false,
                Value.Quantity.of(BigDecimal.ZERO),
                List.of(),
                parameter.position());
    }

    private static Unit unit(Parameter.Form form) {
        return switch (form) {
            case NUMBER -> new Unit(Unit.Kind.COUNT, "");
            case A_SECOND -> new Unit(Unit.Kind.COUNT, "times/second");
            case A_MONTH -> new Unit(Unit.Kind.COUNT, "times/month");
            case A_YEAR -> new Unit(Unit.Kind.COUNT, "times/year");
            case MONEY -> new Unit(Unit.Kind.MONEY, "USD");
            case MONEY_AN_HOUR -> new Unit(Unit.Kind.MONEY, "USD/hour");
            case MONEY_A_MONTH -> new Unit(Unit.Kind.MONEY, "USD/month");
            case PERCENT, PERCENT_OFF -> new Unit(Unit.Kind.PERCENT, "%");
            case PERCENT_A_MONTH -> new Unit(Unit.Kind.PERCENT, "%/month");
            case PERCENT_A_YEAR -> new Unit(Unit.Kind.PERCENT, "%/year");
            case MONTHS, EVERY, WORK -> new Unit(Unit.Kind.MONTHS, "months");
        };
    }

    /** The flow with a fact for each way of saying a parameter. */
    Flow joined() {
        return joined;
    }

    /** The parameter that a fact stands for; empty for a fact of the flow's own. */
    Optional<String> of(String fact) {
        return Optional.ofNullable(said.get(fact))
                .map(found -> found.parameter().key());
    }

    /** A reading of such a fact as one of its parameter. */
    ExtractedAnswer read(ExtractedAnswer read) {
        Said meant = said.get(read.fact());
        if (meant == null || !(read.value() instanceof Value.Quantity quantity)) {
            return read;
        }
        Value value = ParameterValue.value(meant.form(), quantity, read.quote());
        return new ExtractedAnswer(
                meant.parameter().key(), value, read.quote(), read.start(), read.end(), read.correction());
    }

    /** A question about such a fact as one about its parameter. */
    Clarification ask(Clarification ask) {
        Said meant = said.get(ask.fact());
        if (meant == null) {
            return ask;
        }
        List<Clarification.Option> options = new ArrayList<>();
        for (Clarification.Option option : ask.options()) {
            if (option.value() instanceof Value.Quantity quantity) {
                options.add(new Clarification.Option(
                        ParameterValue.value(meant.form(), quantity, ask.quote()), option.label()));
            }
        }
        return new Clarification(meant.parameter().key(), ask.reason(), options, ask.quote());
    }
}
