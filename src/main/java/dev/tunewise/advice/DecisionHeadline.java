package dev.tunewise.advice;

import dev.tunewise.advice.evaluation.AdviceContext;
import dev.tunewise.advice.evaluation.FlowTexts;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.money.AmountMention;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentence that says a decision, and in it what of that nobody said. */
record DecisionHeadline(Flow flow, FlowTexts words) {
    /** What has to be done before what the comparison comes to; empty where nothing stands in its way. */
    String first(AdviceContext theCase, Rule rule) {
        String key = "rules." + rule.id() + ".first";
        boolean guessed = rule.when().facts().stream().anyMatch(fact -> guessed(fact, theCase.answers));
        return guessed ? theCase.text(key + "_unknown", key) : theCase.text(key);
    }

    /** The headline for those who may see no amounts; where its own words name one and there are no others, verdict and lever alone. */
    String withoutCosts(AdviceContext theCase, Rule rule) {
        String headline = headline(theCase, rule, "_without_costs");
        return AmountMention.in(headline) ? words.direction(rule) : headline;
    }

    /**
     * The first headline that fits; where the rule rests on what nobody knows, the one that says so.
     *
     * @param kind ending of the keys whose texts are used where there are any
     */
    String headline(AdviceContext theCase, Rule rule, String kind) {
        String key = "rules." + rule.id();
        boolean guessed = rule.when().facts().stream()
                .anyMatch(fact ->
                        guessed(fact, theCase.answers) && taken(fact, theCase).isEmpty());
        String unknown = guessed ? theCase.text(key + ".unknown") : "";
        List<Rule.Headline> fitting = rule.headlines().stream()
                .filter(headline -> theCase.evaluate(headline.when()).holds())
                .toList();
        Function<Rule.Headline, String> other = headline ->
                theCase.text(key + ".headlines" + kind + "." + headline.id(), key + ".headlines." + headline.id());
        String main = !unknown.isEmpty()
                ? unknown
                : fitting.stream()
                        .filter(headline -> !headline.adds())
                        .findFirst()
                        .map(other)
                        .orElseGet(() -> theCase.text(key + ".headline" + kind, key + ".headline"));
        return Stream.of(
                        Stream.of(main),
                        fitting.stream().filter(Rule.Headline::adds).map(other),
                        rule.when().facts().stream().map(fact -> taken(fact, theCase)))
                .flatMap(Function.identity())
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** That a fact of the rule was not said, or said in words that nobody confirmed, where the flow has words for that; no list is empty by guess. */
    private String taken(String fact, AdviceContext theCase) {
        Optional<SourcedAnswer> given = theCase.answers.get(fact);
        boolean none = given.filter(each -> each.value().equals(new Value.Choices(List.of())))
                .isPresent();
        String kind = given.filter(SourcedAnswer::read).isPresent() ? ".read" : ".guessed";
        return none || !guessed(fact, theCase.answers) ? "" : theCase.text("facts." + fact + kind);
    }

    /** Says whether nobody said it, and it does not follow from what somebody said either. */
    private boolean guessed(String fact, Answers answers) {
        Optional<SourcedAnswer> given = answers.get(fact).filter(SourcedAnswer::assumed);
        return given.isPresent()
                && flow.expectations().implications().stream()
                        .noneMatch(implied -> implied.fact().equals(fact)
                                && implied.value().equals(given.get().value())
                                && implied.when()
                                        .evaluate(answers.stated().raw())
                                        .holds());
    }
}
