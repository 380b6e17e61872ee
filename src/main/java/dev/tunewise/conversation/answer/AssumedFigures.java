package dev.tunewise.conversation.answer;

import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.AssumedValue;
import dev.tunewise.advice.result.Assumption;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.conversation.answer.DecisionCard.Assumed;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.format.FactValueFormatter;
import dev.tunewise.flow.format.FlowLabels;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What facts were taken to be, at the values that the money was calculated with, and figures of our own that no fact stands for. */
record AssumedFigures(Flow flow, Messages wording) {
    private static final String ASSUMPTION = "assumption";

    List<Assumed> of(Advice advice, Optional<CostComparison> cost) {
        List<Assumed> all = new ArrayList<>();
        advice.assumptions().forEach(each -> all.add(of(each)));
        cost.ifPresent(view -> all.addAll(ofMoney(view, advice)));
        return all;
    }

    /** What follows from an answer is told with that answer. */
    private Assumed of(Assumption each) {
        SourcedAnswer.Origin origin = each.given().origin();
        if (origin == null || origin.from().isEmpty()) {
            return new Assumed(each.fact(), each.label(), each.value());
        }
        String from = origin.from().stream().map(new FlowLabels(flow)::label).collect(Collectors.joining(", "));
        String value = wording.plain("status-implied", each.value(), from);
        return new Assumed(each.fact(), each.label(), value, true);
    }

    private List<Assumed> ofMoney(CostComparison view, Advice advice) {
        Set<String> told = advice.assumptions().stream().map(Assumption::fact).collect(Collectors.toSet());
        Set<String> covered = new HashSet<>();
        view.standIns().forEach(each -> covered.addAll(each.parameters()));
        List<CostComparison.Parameter> matter = view.parameters().stream()
                .filter(CostComparison.Parameter::matters)
                .toList();
        Set<String> keys = matter.stream().map(CostComparison.Parameter::key).collect(Collectors.toSet());
        List<Assumed> all = new ArrayList<>();
        view.standIns().stream()
                .filter(each -> !told.contains(each.fact())
                        && each.parameters().stream().anyMatch(keys::contains))
                .forEach(each -> all.add(unasked(each)));
        matter.stream()
                .filter(each -> each.basis().equals(ASSUMPTION) && !covered.contains(each.key()))
                .forEach(each -> all.add(
                        new Assumed("", each.name(), each.range().texts().get(1))));
        return all;
    }

    private Assumed unasked(AssumedValue used) {
        Fact fact = flow.fact(used.fact()).orElseThrow();
        String label = flow.texts().find("facts." + fact.id() + ".label").orElse(fact.id());
        return new Assumed(fact.id(), label, FactValueFormatter.format(fact, used.value(), flow.texts()));
    }
}
