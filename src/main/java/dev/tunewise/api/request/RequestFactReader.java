package dev.tunewise.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.api.problem.ProblemDetail.Fault;
import dev.tunewise.api.problem.ProblemDetail.Kind;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.MonthlyBill;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.reading.name.NameCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the facts of a request along a flow and collects everything that is wrong with them. */
public final class RequestFactReader {
    private final Flow flow;
    private final RequestValueReader values;
    private final List<Fault> faults = new ArrayList<>();

    public RequestFactReader(Flow flow, NameCatalogue names) {
        this.flow = flow;
        this.values = new RequestValueReader(names, faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /** The answers in an object of facts; null stands for "don't know" and takes the fact's default. */
    public Answers answers(ObjectNode facts) {
        Answers answers = Answers.none();
        Map<String, String> nameOf = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : facts.properties()) {
            String name = member.getKey();
            String pointer = Fault.pointer("facts", name);
            Optional<Fact> found = fact(name, pointer);
            if (found.isEmpty()) {
                continue;
            }
            Fact fact = found.get();
            String other = nameOf.putIfAbsent(fact.id(), name);
            if (other != null) {
                fault(
                        Kind.CONTRADICTION,
                        pointer,
                        "`" + name + "` and `" + other + "` are the same fact. Send one of them.");
                continue;
            }
            Optional<SourcedAnswer> given = given(fact, member.getValue(), pointer);
            if (given.isPresent()) {
                answers = answers.with(fact.id(), given.get());
            }
        }
        return answers;
    }

    /** The same answers with the price that a bill and a volume make; a fault where it is none that the fact takes. */
    public Answers billed(Answers given) {
        Optional<MonthlyBill> bill = MonthlyBill.of(flow);
        bill.ifPresent(each -> each.beyond(given)
                .ifPresent(made -> fault(
                        Kind.OUT_OF_RANGE,
                        Fault.pointer("facts", each.bill().id()),
                        "`" + each.bill().id() + "` and `" + each.volume().id() + "` make a `"
                                + each.price().id() + "` of " + made.toPlainString() + "; at most "
                                + each.price().max() + " is taken.")));
        return bill.map(each -> each.joined(given)).orElse(given);
    }

    public Map<String, BigDecimal> parameters(ObjectNode object, Map<String, CostParameter> known) {
        Map<String, BigDecimal> parameters = new LinkedHashMap<>();
        object.properties().forEach(member -> {
            String name = member.getKey();
            String pointer = Fault.pointer("parameters", name);
            JsonNode value = member.getValue();
            CostParameter dial = known.get(name);
            if (dial == null) {
                List<String> keys = known.keySet().stream().sorted().toList();
                fault(
                        Kind.UNKNOWN_PARAMETER,
                        pointer,
                        "There is no cost parameter `" + JsonKinds.name(name) + "`. " + Suggestion.remedy(name, keys));
            } else if (!value.isNumber()) {
                fault(Kind.WRONG_TYPE, pointer, "`" + name + "` takes a number, found " + JsonKinds.shown(value) + ".");
            } else if (value.decimalValue().signum() < 0 && dial.least().signum() >= 0
                    || Math.abs((long) value.decimalValue().scale()) > 30
                    || value.decimalValue().precision() > 30) {
                fault(
                        Kind.OUT_OF_RANGE,
                        pointer,
                        "`" + name + "` takes a number from 0 on, found " + JsonKinds.shown(value) + ".");
            } else if (!dial.takes(value.decimalValue())) {
                fault(
                        Kind.OUT_OF_RANGE,
                        pointer,
                        "`" + name + "` takes " + dial.expectedValue() + ", found " + JsonKinds.shown(value) + ".");
            } else {
                parameters.put(name, value.decimalValue());
            }
        });
        return parameters;
    }

    /** The fact of a name, or a fault. */
    Optional<Fact> fact(String name, String pointer) {
        Optional<Fact> fact = flow.fact(name);
        if (fact.isEmpty()) {
            boolean derived = flow.figure(name).isPresent();
            fault(
                    Kind.UNKNOWN_FACT,
                    pointer,
                    derived
                            ? "`" + name + "` is worked out from other facts and cannot be given."
                            : "There is no fact `" + JsonKinds.name(name) + "` in `" + flow.id() + "`. "
                                    + Suggestion.remedy(
                                            name,
                                            flow.facts().stream().map(Fact::id).toList()));
        }
        return fact;
    }

    /** The answer in a value, or a fault. */
    Optional<SourcedAnswer> given(Fact fact, JsonNode value, String pointer) {
        if (value.isNull()) {
            return Optional.of(new SourcedAnswer(fact.assume(), true, null));
        }
        return values.read(fact, value, pointer).map(SourcedAnswer::of);
    }

    void fault(Kind kind, String pointer, String detail) {
        faults.add(Fault.of(kind, pointer, detail));
    }
}
