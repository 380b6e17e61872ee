package dev.tunewise.flow.forecast;

import dev.tunewise.flow.Expectations.Prior;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.forecast.Forecaster.DecidedTeam;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up decided teams: what they lean to, and by how much each open fact can change that. */
final class LeaningEstimate {
    /** What a bit of information counts beside a change of the recommendation; it steers towards questions that pay only together. */
    private static final double BIT = 0.25;

    /** What a bit counts that may be chance: it is asked for only where nothing better is left. */
    private static final double PERHAPS = 1e-3;

    private static final double LEAST_CHANGE = 1e-6;

    private final List<DecidedTeam> teams;
    private final Flow flow;
    private final Set<String> open;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Conclusion> conclusions = new ArrayList<>();
    /** For each team the place of its rule in the list of rules. */
    private final int[] ruleOf;
    /** For each of these rules the place of its recommendation in the list of recommendations. */
    private final int[] conclusionOf;

    private final Tally all;

    /** Adds up teams; open are the facts that can still change what the rules say. */
    LeaningEstimate(List<DecidedTeam> teams, Flow flow, Set<String> open) {
        this.teams = teams;
        this.flow = flow;
        this.open = open;
        ruleOf = new int[teams.size()];
        for (int i = 0; i < ruleOf.length; i++) {
            ruleOf[i] = place(rules, teams.get(i).rule());
        }
        conclusionOf = rules.stream()
                .mapToInt(rule -> place(conclusions, Conclusion.of(rule)))
                .toArray();
        all = new Tally();
        for (int i = 0; i < ruleOf.length; i++) {
            all.add(i);
        }
    }

    /** Where something stands in a short list; it is added where it does not. */
    private static <T> int place(List<T> list, T item) {
        int known = list.indexOf(item);
        if (known >= 0) {
            return known;
        }
        list.add(item);
        return list.size() - 1;
    }

    Forecast forecast() {
        Rule rule = all.rule();
        Conclusion leaning = Conclusion.of(rule);
        DecidedTeam typical = teams.stream()
                .filter(team -> team.rule().id().equals(rule.id()))
                .max(Comparator.comparingDouble(
                        team -> team.team().likelihood() * team.team().weight()))
                .orElseThrow();
        return new Forecast(
                rule,
                all.share(leaning),
                all.verdictShare(rule.verdict()),
                false,
                questions(leaning),
                typical.team().facts());
    }

    private List<Forecast.OpenQuestion> questions(Conclusion leaning) {
        List<Forecast.OpenQuestion> questions = new ArrayList<>();
        double before = all.bits();
        for (Prior prior : flow.expectations().priors()) {
            Integer place = teams.getFirst().team().places().get(prior.fact());
            if (place == null || !open.contains(prior.fact())) {
                continue;
            }
            List<Answered> byAnswer = byAnswer(place);
            if (byAnswer.size() < 2) {
                continue;
            }
            Forecast.OpenQuestion question = question(prior, byAnswer, leaning, before);
            if (question.worth() > LEAST_CHANGE) {
                questions.add(question);
            }
        }
        questions.sort(Comparator.comparingDouble(Forecast.OpenQuestion::worth).reversed());
        return inTurn(questions);
    }

    /** The same without those that wait for another open one, which takes their place. */
    private List<Forecast.OpenQuestion> inTurn(List<Forecast.OpenQuestion> byWorth) {
        Map<String, Forecast.OpenQuestion> byFact = new HashMap<>();
        byWorth.forEach(question -> byFact.put(question.fact(), question));
        Set<Forecast.OpenQuestion> inTurn = new LinkedHashSet<>();
        for (Forecast.OpenQuestion question : byWorth) {
            List<Forecast.OpenQuestion> first = after(question.fact()).stream()
                    .filter(byFact::containsKey)
                    .map(byFact::get)
                    .toList();
            inTurn.addAll(first.isEmpty() ? List.of(question) : first);
        }
        return List.copyOf(inTurn);
    }

    private List<String> after(String fact) {
        return flow.expectations().priors().stream()
                .filter(prior -> prior.fact().equals(fact))
                .findFirst()
                .map(Prior::after)
                .orElse(List.of());
    }

    /** Teams that give the same answer, in the order in which the answers came up. */
    private List<Answered> byAnswer(int fact) {
        List<Prior.Span> answers = new ArrayList<>();
        List<Answered> byAnswer = new ArrayList<>();
        for (int i = 0; i < ruleOf.length; i++) {
            Prior.Span answer = teams.get(i).team().drawn().get(fact);
            if (answer != null) {
                int place = place(answers, answer);
                if (place == byAnswer.size()) {
                    byAnswer.add(new Answered(answer, new Tally()));
                }
                byAnswer.get(place).tally().add(i);
            }
        }
        return byAnswer;
    }

    /** An answer with the teams that give it. */
    private record Answered(Prior.Span answer, Tally tally) {}

    private Forecast.OpenQuestion question(Prior prior, List<Answered> byAnswer, Conclusion leaning, double before) {
        List<Forecast.Lead> leads = new ArrayList<>();
        double change = 0;
        double after = 0;
        double weight =
                byAnswer.stream().mapToDouble(each -> each.tally().weight()).sum();
        for (Answered answer : byAnswer) {
            Tally tally = answer.tally();
            double share = tally.weight() / weight;
            Conclusion then = Conclusion.of(tally.rule());
            change += share * (tally.share(then) - tally.share(leaning));
            after += share * tally.bits();
            leads.add(new Forecast.Lead(answer.answer(), tally.rule(), tally.share(then)));
        }
        // a finite sample finds some information in everything: so much of it is chance
        double chance = (byAnswer.size() - 1) * (all.kinds() - 1) / (2 * Math.log(2) * teams.size());
        double found = before - after;
        double bits = found - chance;
        double worth = (bits > 0 ? change + BIT * bits : PERHAPS * found) / prior.effort();
        return new Forecast.OpenQuestion(prior.fact(), change, worth, ordered(prior, leads));
    }

    /** Leads in the order in which the prior names the answers. */
    private static List<Forecast.Lead> ordered(Prior prior, List<Forecast.Lead> leads) {
        List<Prior.Span> order = prior.cases().stream()
                .flatMap(each -> each.shares().stream().map(Prior.Share::answer))
                .distinct()
                .toList();
        return leads.stream()
                .sorted(Comparator.comparingInt(lead -> order.indexOf(lead.answer())))
                .toList();
    }

    /** Weights by recommendation and by rule, each in the order in which they came up. */
    private final class Tally {
        private final double[] byConclusion = new double[conclusions.size()];
        private final double[] byRule = new double[rules.size()];
        private final List<Integer> conclusionsSeen = new ArrayList<>(4);
        private final List<Integer> rulesSeen = new ArrayList<>(4);
        private double weight;

        void add(int team) {
            double more = teams.get(team).weight();
            weight += more;
            int rule = ruleOf[team];
            if (!rulesSeen.contains(rule)) {
                rulesSeen.add(rule);
            }
            byRule[rule] += more;
            int conclusion = conclusionOf[rule];
            if (!conclusionsSeen.contains(conclusion)) {
                conclusionsSeen.add(conclusion);
            }
            byConclusion[conclusion] += more;
        }

        double weight() {
            return weight;
        }

        int kinds() {
            return conclusionsSeen.size();
        }

        /** The likeliest rule of the likeliest recommendation. */
        Rule rule() {
            int best = conclusionsSeen.stream()
                    .max(Comparator.comparingDouble(each -> byConclusion[each]))
                    .orElseThrow();
            return rules.get(rulesSeen.stream()
                    .filter(each -> conclusionOf[each] == best)
                    .max(Comparator.comparingDouble(each -> byRule[each]))
                    .orElseThrow());
        }

        double share(Conclusion recommendation) {
            int place = conclusions.indexOf(recommendation);
            return place < 0 ? 0 : byConclusion[place] / weight;
        }

        double verdictShare(String verdict) {
            double share = rulesSeen.stream()
                    .filter(each -> rules.get(each).verdict().equals(verdict))
                    .mapToDouble(each -> byRule[each])
                    .sum();
            return Math.min(1, share / weight);
        }

        /** How open the recommendation is, in bits. */
        double bits() {
            double bits = 0;
            for (int each : conclusionsSeen) {
                double share = byConclusion[each] / weight;
                bits -= share > 0 ? share * Math.log(share) / Math.log(2) : 0;
            }
            return bits;
        }
    }
}
