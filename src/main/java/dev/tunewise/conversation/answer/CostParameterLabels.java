package dev.tunewise.conversation.answer;

import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Parameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cost parameters in words: how they are called, written and bounded. The flow's name for one counts before the reckoner's. */
public record CostParameterLabels(Flow flow, AdviceBlocks counsel, Messages wording) {
    public Optional<CostParameter> find(String parameter) {
        return Optional.ofNullable(counsel.parameters().get(parameter));
    }

    /** What people call a parameter, with a capital as the labels of facts have. */
    public String label(String parameter) {
        String name = flow.parameter(parameter)
                .map(Parameter::name)
                .or(() -> find(parameter).map(CostParameter::label))
                .orElse(parameter);
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    public String shown(String parameter, BigDecimal value) {
        return find(parameter).map(dial -> dial.written(value)).orElseGet(value::toPlainString);
    }

    /** Why a value was not taken. */
    public Text refusal(CostParameter dial, String quote) {
        List<String> bounds = new ArrayList<>();
        BigDecimal most = dial.most();
        bounds.add(
                most == null
                        ? wording.plain("bounds-low", dial.written(dial.least()))
                        : wording.plain("bounds-both", dial.written(dial.least()), dial.written(most)));
        if (dial.whole()) {
            bounds.add(wording.plain("bounds-whole"));
        }
        return wording.text("out-of-bounds", Truncate.atWord(quote, 80), label(dial.key()), String.join(", ", bounds));
    }

    /** How other values of parameters are asked for, as the flow shows it. */
    public List<String> examples() {
        return flow.parameters().stream()
                .filter(parameter -> find(parameter.key()).isPresent())
                .map(Parameter::example)
                .filter(example -> !example.isEmpty())
                .toList();
    }
}
