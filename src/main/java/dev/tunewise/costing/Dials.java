package dev.tunewise.costing;

import dev.tunewise.advice.Dial;
import dev.tunewise.cost.Limits;
import dev.tunewise.cost.Parameter;
import dev.tunewise.cost.Parameters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of the cost model as the advice shows them. */
final class Dials {
    private Dials() {}

    /** By key, in the order of the cost model. */
    static Map<String, Dial> of(Parameters parameters) {
        Map<String, Dial> dials = new LinkedHashMap<>();
        parameters.all().forEach(parameter -> dials.put(parameter.key(), dial(parameter)));
        return Collections.unmodifiableMap(dials);
    }

    private static Dial dial(Parameter parameter) {
        Limits limits = Limits.of(parameter.key());
        return new Dial(
                parameter.key(),
                parameter.label(),
                switch (parameter.kind()) {
                    case MONEY, PER_MILLION -> Dial.Kind.MONEY;
                    case SHARE -> Dial.Kind.SHARE;
                    case COUNT -> Dial.Kind.COUNT;
                },
                parameter.shownUnit(),
                parameter.range(),
                parameter.basis().label(),
                limits.least(),
                limits.most(),
                limits.whole());
    }
}
