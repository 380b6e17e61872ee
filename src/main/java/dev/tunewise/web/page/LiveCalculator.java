package dev.tunewise.web.page;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.answer.AnswerBlocks;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FactValueFormatter;
import dev.tunewise.flow.format.FactValueParser;
import dev.tunewise.flow.format.FlowLabels;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.ServedFlow;
import dev.tunewise.session.turn.ServedFlows;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The answer of a consultation with a few figures moved, as it would be if somebody said them. Nothing is stored. */
@Singleton
public record LiveCalculator(Consultations consultations, ServedFlows flows) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");
    private static final BigDecimal DAYS_IN_A_MONTH = new BigDecimal("30.4375");

    /** The result. `before`: the answer of the consultation where it is another one; empty where it stays. */
    public record Calculation(List<Dial> dials, String headline, String before, List<Block> blocks) {
        public List<Dial> moved() {
            return dials.stream().filter(Dial::moved).toList();
        }
    }

    /**
     * A figure that may be moved.
     *
     * @param value its value as a plain number; empty where nobody said it
     * @param shown the same as people read it
     * @param low where its slider begins, above zero
     * @param high where its slider ends
     * @param moved whether it is another than in the consultation
     * @param problem why what was typed could not be taken; empty where it could
     */
    public record Dial(
            String fact,
            String label,
            String unit,
            String value,
            String shown,
            String low,
            String high,
            boolean moved,
            String problem) {}

    /**
     * @param typed what stands in the fields, by fact; blank or missing ones keep their value
     * @return empty where there is no such consultation
     */
    public Optional<Calculation> calculate(String conversation, Map<String, String> typed) {
        return consultations
                .see(conversation)
                .flatMap(seen ->
                        flows.find(seen.conversation().flow()).map(edition -> calculation(edition, seen, typed)));
    }

    private static Calculation calculation(ServedFlow edition, Consultations.Seen seen, Map<String, String> typed) {
        Flow flow = edition.flow();
        Answers said = seen.state().answers();
        Map<String, BigDecimal> parameters = seen.state().parameters();
        Consultant.Answer before = edition.consultant().answer(said, parameters);
        List<Dial> dials = new ArrayList<>();
        Answers moved = said;
        for (Flow.Slider slider : flow.controls().sliders()) {
            Optional<Fact> fact = flow.fact(slider.fact());
            if (fact.isPresent()) {
                Optional<BigDecimal> now = value(said, slider.fact()).or(() -> price(slider, before, said));
                Dial dial = dial(flow, fact.get(), slider, now, typed.getOrDefault(slider.fact(), ""));
                dials.add(dial);
                if (dial.moved()) {
                    moved = moved.with(dial.fact(), SourcedAnswer.of(Value.Quantity.of(new BigDecimal(dial.value()))));
                }
            }
        }
        Consultant.Answer after =
                dials.stream().anyMatch(Dial::moved) ? edition.consultant().answer(moved, parameters) : before;
        return shown(edition, moved, parameters, before, after, dials);
    }

    private static Calculation shown(
            ServedFlow edition,
            Answers moved,
            Map<String, BigDecimal> parameters,
            Consultant.Answer before,
            Consultant.Answer after,
            List<Dial> dials) {
        Optional<Decision> decision = after.advice().decision();
        if (decision.isEmpty()) {
            FlowLabels labels = new FlowLabels(edition.flow());
            String open = String.join(
                    ", ", after.advice().needs().stream().map(labels::label).toList());
            return new Calculation(
                    dials, "", "", List.of(new Block.Paragraph(Text.plain("First to answer: " + open + "."))));
        }
        AnswerBlocks answers = new AnswerBlocks(edition.flow());
        var words = edition.consultant().caseAnswer(moved, parameters, after.advice());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Pairs(answers.card(after.advice(), after.outlook(), after.cost(), words).rows().stream()
                .map(row -> new Block.Pair(row.name(), row.action() ? Text.strong(row.text()) : Text.plain(row.text())))
                .toList()));
        after.cost().ifPresent(cost -> blocks.addAll(answers.sections().costTable(cost)));
        String old = before.advice().decision().map(Decision::headline).orElse("");
        String headline = decision.get().headline();
        return new Calculation(dials, headline, old.equals(headline) ? "" : old, blocks);
    }

    private static Dial dial(Flow flow, Fact fact, Flow.Slider slider, Optional<BigDecimal> now, String typed) {
        FlowLabels labels = new FlowLabels(flow);
        String text = typed.strip();
        Optional<BigDecimal> set = NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text)).filter(value -> FactValueParser.fits(fact, value))
                : Optional.empty();
        boolean moved = set.isPresent()
                && now.filter(value -> value.compareTo(set.get()) == 0).isEmpty();
        String problem = text.isEmpty() || set.isPresent() ? "" : "This takes " + FactValueParser.expected(fact) + ".";
        Optional<BigDecimal> shown = set.or(() -> now);
        return new Dial(
                fact.id(),
                labels.label(fact),
                unit(fact),
                shown.map(value -> value.stripTrailingZeros().toPlainString()).orElse(""),
                shown.map(value -> FactValueFormatter.quantity(Value.Quantity.of(value), fact.unit()))
                        .orElse(""),
                slider.from().toPlainString(),
                slider.to().toPlainString(),
                moved,
                problem);
    }

    /** What stands behind the field: its unit without a number. */
    private static String unit(Fact fact) {
        return FactValueFormatter.quantity(Value.Quantity.of(BigDecimal.TWO), fact.unit())
                .replace("2", "")
                .strip();
    }

    private static Optional<BigDecimal> value(Answers answers, String fact) {
        return answers.get(fact)
                .map(SourcedAnswer::value)
                .filter(Value.Quantity.class::isInstance)
                .map(value -> ((Value.Quantity) value).value());
    }

    /** What 1,000 uses cost today by the comparison, where nobody said it. */
    private static Optional<BigDecimal> price(Flow.Slider slider, Consultant.Answer answer, Answers said) {
        return Optional.ofNullable(slider.billedBy())
                .flatMap(uses -> value(said, uses))
                .filter(uses -> uses.signum() > 0)
                .flatMap(uses -> answer.cost()
                        .flatMap(cost -> cost.option("today"))
                        .filter(CostComparison.Option::priced)
                        .map(option -> option.monthly()
                                .likely()
                                .movePointRight(3)
                                .divide(uses.multiply(DAYS_IN_A_MONTH), new MathContext(3))));
    }
}
