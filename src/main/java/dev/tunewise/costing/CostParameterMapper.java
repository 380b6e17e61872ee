package dev.tunewise.costing;

import dev.tunewise.advice.CostParameter;
import dev.tunewise.cost.parameter.ParameterRange;
import dev.tunewise.cost.parameter.Parameters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of the cost model as the advice shows them. */
final class CostParameterMapper {
    /** By key, in the order of the cost model. */
    static Map<String, CostParameter> of(Parameters parameters) {
        Map<String, CostParameter> dials = new LinkedHashMap<>();
        parameters.all().forEach(parameter -> dials.put(parameter.key(), dial(parameter)));
        return Collections.unmodifiableMap(dials);
    }

    private static CostParameter dial(ParameterRange parameter) {
        return new CostParameter(
                parameter.key(),
                parameter.label(),
                switch (parameter.kind()) {
                    case MONEY, PER_MILLION -> CostParameter.Kind.MONEY;
                    case SHARE -> CostParameter.Kind.SHARE;
                    case COUNT -> CostParameter.Kind.COUNT;
                },
                parameter.shownUnit(),
                parameter.range(),
                parameter.basis().label(),
                parameter.limits().least(),
                parameter.limits().most(),
                parameter.limits().whole());
    }
}
