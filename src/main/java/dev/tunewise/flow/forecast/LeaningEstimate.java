package dev.tunewise.flow.forecast;

import dev.tunewise.flow.Expectations.Prior;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.prior.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Adds up decided teams: what they lean to, and by how much each open fact can change that. */
final class LeaningEstimate {
    /** What a bit of information counts beside a change of the recommendation; it steers towards questions that pay only together. */
    private static final double BIT = 0.25;

    /** What a bit counts that may be chance: it is asked for only where nothing better is left. */
    private static final double PERHAPS = 1e-3;

    private static final double LEAST_CHANGE = 1e-6;

    private final DecidedTeams teams;
    private final Flow flow;
    private final List<Conclusion> conclusions;
    /** For each rule the place of its recommendation. */
    private final int[] conclusionOf;

    private final Tally all;

    /** Adds up teams of which at least one is decided. */
    LeaningEstimate(DecidedTeams teams, Flow flow) {
        this.teams = teams;
        this.flow = flow;
        conclusions = flow.rules().stream().map(Conclusion::of).distinct().toList();
        conclusionOf = flow.rules().stream()
                .mapToInt(rule -> conclusions.indexOf(Conclusion.of(rule)))
                .toArray();
        all = new Tally();
        IntStream.range(0, teams.size()).forEach(all::add);
    }

    /** The forecast; open are the facts that can still change what the rules say. */
    Forecast forecast(Set<String> open) {
        int rule = all.rule();
        int leaning = conclusionOf[rule];
        return new Forecast(
                flow.rules().get(rule),
                all.share(leaning),
                all.verdictShare(flow.rules().get(rule).verdict()),
                false,
                all.steps(),
                questions(leaning, open),
                teams.drawn().facts(typical(leaning)));
    }

    /** A team of those that the recommendation is for, chosen fact by fact: each as most of them have it who have the facts before it so. */
    private int typical(int leaning) {
        int[] left = IntStream.range(0, teams.size())
                .filter(team -> teams.isDecided(team) && conclusionOf[teams.ruleOf()[team]] == leaning)
                .toArray();
        for (Prior prior : flow.expectations().priors()) {
            Column column = teams.drawn().column(prior.fact()).orElse(null);
            if (column != null) {
                double[] weights = new double[column.answers().size() + 1];
                for (int team : left) {
                    weights[column.answer(team) + 1] += teams.weight()[team];
                }
                int most = IntStream.range(0, weights.length)
                        .boxed()
                        .max(Comparator.comparingDouble(place -> weights[place]))
                        .orElseThrow();
                left = IntStream.of(left)
                        .filter(team -> column.answer(team) + 1 == most)
                        .toArray();
            }
        }
        return left[0];
    }

    private List<Forecast.OpenQuestion> questions(int leaning, Set<String> open) {
        List<Forecast.OpenQuestion> questions = new ArrayList<>();
        for (Prior prior : flow.expectations().priors()) {
            if (open.contains(prior.fact())) {
                teams.drawn()
                        .column(prior.fact())
                        .map(column -> question(prior, column, leaning))
                        .filter(question -> question.worth() > LEAST_CHANGE)
                        .ifPresent(questions::add);
            }
        }
        questions.sort(Comparator.comparingDouble(Forecast.OpenQuestion::worth).reversed());
        return inTurn(questions);
    }

    /** The same without those that wait for another open one, which takes their place. */
    private List<Forecast.OpenQuestion> inTurn(List<Forecast.OpenQuestion> byWorth) {
        Map<String, Forecast.OpenQuestion> byFact = new HashMap<>();
        byWorth.forEach(question -> byFact.put(question.fact(), question));
        Set<String> inTurn = new LinkedHashSet<>();
        for (Forecast.OpenQuestion question : byWorth) {
            List<String> first =
                    after(question.fact()).stream().filter(byFact::containsKey).toList();
            inTurn.addAll(first.isEmpty() ? List.of(question.fact()) : first);
        }
        return inTurn.stream()
                .flatMap(fact -> Stream.ofNullable(byFact.get(fact)))
                .toList();
    }

    private List<String> after(String fact) {
        return flow.expectations().priors().stream()
                .filter(prior -> prior.fact().equals(fact))
                .findFirst()
                .map(Prior::after)
                .orElse(List.of());
    }

    /** What a question is worth; its leads stand in the order in which the prior names the answers. */
    private Forecast.OpenQuestion question(Prior prior, Column column, int leaning) {
        Tally[] byAnswer = new Tally[column.answers().size()];
        double weight = 0;
        for (int team = 0; team < teams.size(); team++) {
            int answer = column.answer(team);
            if (answer >= 0 && teams.isDecided(team)) {
                byAnswer[answer] = byAnswer[answer] == null ? new Tally() : byAnswer[answer];
                byAnswer[answer].add(team);
                weight += teams.weight()[team];
            }
        }
        List<Forecast.Lead> leads = new ArrayList<>();
        double change = 0;
        double after = 0;
        for (int answer = 0; answer < byAnswer.length; answer++) {
            Tally tally = byAnswer[answer];
            if (tally != null) {
                double share = tally.weight / weight;
                int then = tally.rule();
                double stands = tally.share(conclusionOf[then]);
                change += share * (stands - tally.share(leaning));
                after += share * tally.bits();
                leads.add(new Forecast.Lead(
                        column.answers().get(answer), flow.rules().get(then), stands));
            }
        }
        // a finite sample finds some information in everything: so much of it is chance
        double chance = (leads.size() - 1) * (all.kinds() - 1) / (2 * Math.log(2) * all.count);
        double found = all.bits() - after;
        double bits = found - chance;
        double worth = (bits > 0 ? change + BIT * bits : PERHAPS * found) / prior.effort();
        return new Forecast.OpenQuestion(prior.fact(), change, leads.size() < 2 ? 0 : worth, leads);
    }

    /** Weights by rule and by recommendation. */
    private final class Tally {
        private final double[] byRule = new double[conclusionOf.length];
        private final double[] byConclusion = new double[conclusions.size()];
        private double weight;
        private int count;

        void add(int team) {
            if (teams.isDecided(team)) {
                int rule = teams.ruleOf()[team];
                double more = teams.weight()[team];
                count++;
                weight += more;
                byRule[rule] += more;
                byConclusion[conclusionOf[rule]] += more;
            }
        }

        long kinds() {
            return Arrays.stream(byConclusion).filter(each -> each > 0).count();
        }

        /** The likeliest rule of the likeliest recommendation. */
        int rule() {
            int conclusion = 0;
            for (int each = 1; each < byConclusion.length; each++) {
                conclusion = byConclusion[each] > byConclusion[conclusion] ? each : conclusion;
            }
            int rule = -1;
            for (int each = 0; each < byRule.length; each++) {
                if (conclusionOf[each] == conclusion && (rule < 0 || byRule[each] > byRule[rule])) {
                    rule = each;
                }
            }
            return rule;
        }

        double share(int conclusion) {
            return byConclusion[conclusion] / weight;
        }

        double verdictShare(String verdict) {
            double share = 0;
            for (int rule = 0; rule < byRule.length; rule++) {
                share += flow.rules().get(rule).verdict().equals(verdict) ? byRule[rule] : 0;
            }
            return Math.min(1, share / weight);
        }

        List<Forecast.Step> steps() {
            Map<String, Double> shares = new LinkedHashMap<>();
            for (int each = 0; each < byConclusion.length; each++) {
                if (byConclusion[each] > 0) {
                    shares.merge(conclusions.get(each).lever(), share(each), Double::sum);
                }
            }
            return shares.entrySet().stream()
                    .map(step -> new Forecast.Step(step.getKey(), step.getValue()))
                    .sorted(Comparator.comparingDouble(Forecast.Step::probability)
                            .reversed())
                    .toList();
        }

        /** How open the recommendation is, in bits. */
        double bits() {
            double bits = 0;
            for (double each : byConclusion) {
                double share = each / weight;
                bits -= share > 0 ? share * Math.log(share) / Math.log(2) : 0;
            }
            return bits;
        }
    }
}
