package dev.tunewise.conversation;

import dev.tunewise.advice.Dial;
import dev.tunewise.chat.Text;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Parameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cost parameters in words: how they are called, written and bounded. The flow's name for one counts before the reckoner's. */
final class Dials {
    private final Flow flow;
    private final Counsel counsel;
    private final Wording wording;

    Dials(Flow flow, Counsel counsel, Wording wording) {
        this.flow = flow;
        this.counsel = counsel;
        this.wording = wording;
    }

    Optional<Dial> find(String parameter) {
        return Optional.ofNullable(counsel.parameters().get(parameter));
    }

    /** What people call a parameter, with a capital as the labels of facts have. */
    String label(String parameter) {
        String name = flow.parameter(parameter)
                .map(Parameter::name)
                .or(() -> find(parameter).map(Dial::label))
                .orElse(parameter);
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    String shown(String parameter, BigDecimal value) {
        return find(parameter).map(dial -> dial.written(value)).orElseGet(value::toPlainString);
    }

    /** Why a value was not taken. */
    Text refusal(Dial dial, String quote) {
        List<String> bounds = new ArrayList<>();
        BigDecimal most = dial.most();
        bounds.add(
                most == null
                        ? wording.plain(Phrase.BOUNDS_LOW, dial.written(dial.least()))
                        : wording.plain(Phrase.BOUNDS_BOTH, dial.written(dial.least()), dial.written(most)));
        if (dial.whole()) {
            bounds.add(wording.plain(Phrase.BOUNDS_WHOLE));
        }
        return wording.text(
                Phrase.OUT_OF_BOUNDS, Labels.shortened(quote, 80), label(dial.key()), String.join(", ", bounds));
    }

    /** How other values of parameters are asked for, as the flow shows it. */
    List<String> examples() {
        return flow.parameters().stream()
                .filter(parameter -> find(parameter.key()).isPresent())
                .map(Parameter::example)
                .filter(example -> !example.isEmpty())
                .toList();
    }
}
