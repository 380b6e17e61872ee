package dev.tunewise.advice;

import dev.tunewise.advice.evaluation.AdviceContext;
import dev.tunewise.advice.evaluation.FlowTexts;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.money.AmountMention;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences that a rule is told in: for everybody, for those who may see no costs, and what it has done first. */
record Headlines(Flow flow, FlowTexts words, AdviceContext theCase, Rule rule) {
    /** What has to be done before what the comparison comes to; empty where nothing stands in its way. */
    String first() {
        String key = "rules." + rule.id() + ".first";
        return isGuessed() ? theCase.text(key + "_unknown", key) : theCase.text(key);
    }

    private boolean isGuessed() {
        return rule.when().facts().stream().anyMatch(fact -> guessed(fact, theCase.answers));
    }

    /** The headline for those who may see no amounts; where its own words name one and there are no others, verdict and lever alone. */
    String withoutCosts() {
        String headline = headline("_without_costs");
        return AmountMention.in(headline) ? words.verdict(rule.verdict()) + ": " + words.lever(rule.lever()) : headline;
    }

    /**
     * The first headline that fits; where the rule rests on what nobody knows, the one that says so.
     *
     * @param kind ending of the keys whose texts are used where there are any
     */
    String headline(String kind) {
        String key = "rules." + rule.id();
        String unknown = isGuessed() ? theCase.text(key + ".unknown") : "";
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
        return Stream.concat(
                        Stream.of(main),
                        fitting.stream().filter(Rule.Headline::adds).map(other))
                .collect(Collectors.joining(" "));
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
