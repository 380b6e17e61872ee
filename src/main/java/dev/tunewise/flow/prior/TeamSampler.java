package dev.tunewise.flow.prior;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Expectations.Prior;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.prior.Column.Draw;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws teams from the priors of a flow by likelihood weighting: open facts are drawn in order, and a known one weighs by the share that it has
 * among teams drawn so far. Draws are stratified, and the same team keeps its luck from one answer to the next. Immutable.
 */
public final class TeamSampler {
    /** A known value that the priors think impossible is only unlikely. */
    private static final double LEAST = 0.002;

    private final List<Drawn> priors = new ArrayList<>();
    private final int size;

    /** A prior with the column that it gives where all teams fall under one of its cases. */
    private record Drawn(Prior prior, List<Column> byCase) {}

    /**
     * @param flow its priors are drawn from
     * @param matter ids of the facts to draw; those that their shares depend on are drawn too
     * @param seed equal seeds draw equal teams
     */
    public TeamSampler(Flow flow, Set<String> matter, int size, long seed) {
        this.size = size;
        Random random = new Random(seed);
        Set<String> wanted = withParents(flow.expectations().priors(), matter);
        for (Prior prior : flow.expectations().priors()) {
            if (wanted.contains(prior.fact())) {
                Fact fact = flow.fact(prior.fact()).orElse(null);
                priors.add(new Drawn(prior, columns(prior, fact, stratified(size, random))));
            }
        }
    }

    private static Set<String> withParents(List<Prior> priors, Set<String> matter) {
        Set<String> wanted = new HashSet<>(matter);
        for (Prior prior : priors.reversed()) {
            if (wanted.contains(prior.fact())) {
                prior.cases().stream()
                        .map(Prior.Case::when)
                        .filter(Objects::nonNull)
                        .forEach(when -> wanted.addAll(when.facts()));
            }
        }
        return wanted;
    }

    /** One number between 0 and 1 for each team, spread evenly. */
    private static double[] stratified(int size, Random random) {
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (i + random.nextDouble()) / size;
        }
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double swapped = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = swapped;
        }
        return numbers;
    }

    /** Columns over the same answers and draws, one for each case. */
    private static List<Column> columns(Prior prior, @Nullable Fact fact, double[] luck) {
        List<Prior.Span> answers = prior.cases().stream()
                .flatMap(each -> each.shares().stream().map(Prior.Share::answer))
                .distinct()
                .toList();
        Map<Draw, Integer> places = new LinkedHashMap<>();
        List<Draw> draws = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (Prior.Case each : prior.cases()) {
            int[] at = new int[luck.length];
            for (int team = 0; team < at.length; team++) {
                at[team] = places.computeIfAbsent(drawn(each.shares(), answers, fact, luck[team]), draw -> {
                    draws.add(draw);
                    return draws.size() - 1;
                });
            }
            columns.add(new Column(answers, draws, at));
        }
        return columns;
    }

    /** The value that a number between 0 and 1 stands for. */
    private static Draw drawn(List<Prior.Share> shares, List<Prior.Span> answers, @Nullable Fact fact, double number) {
        double before = 0;
        for (Prior.Share share : shares) {
            Prior.Span answer = share.answer();
            if (number < before + share.share()) {
                double within = Math.clamp((number - before) / share.share(), 0, 1);
                return new Draw(answers.indexOf(answer), share.share(), value(fact, answer, within));
            }
            before += share.share();
        }
        return new Draw(-1, 1, null);
    }

    /** All teams that go with what is known, raw values by fact. */
    public DrawnTeams draw(Map<String, Object> known) {
        DrawnTeams teams = new DrawnTeams(size, known);
        for (Drawn each : priors) {
            Prior prior = each.prior();
            Object value = known.get(prior.fact());
            if (value == null) {
                teams.draw(prior.fact(), drawn(each, teams));
            } else if (prior.cases().size() > 1) {
                byCase(
                        prior,
                        teams,
                        (which, some) -> teams.weigh(
                                some, likelihood(prior.cases().get(which).shares(), value)));
            }
        }
        return teams;
    }

    private static Column drawn(Drawn each, DrawnTeams teams) {
        List<Column.Part> parts = new ArrayList<>();
        if (each.byCase().size() == 1) {
            return each.byCase().getFirst();
        }
        byCase(
                each.prior(),
                teams,
                (which, some) -> parts.add(new Column.Part(some, each.byCase().get(which))));
        return Column.of(parts);
    }

    /** Takes the teams that fall under a case. */
    private interface CaseTeams {
        void take(int which, BitSet teams);
    }

    private static void byCase(Prior prior, DrawnTeams teams, CaseTeams each) {
        BitSet left = teams.all();
        for (int i = 0; i < prior.cases().size(); i++) {
            Condition when = prior.cases().get(i).when();
            BitSet some = (BitSet) left.clone();
            if (when != null) {
                some.and(teams.truth(when).holds());
            }
            each.take(i, some);
            left.andNot(some);
        }
    }

    private static double likelihood(List<Prior.Share> shares, Object value) {
        double sum = 0;
        for (Prior.Share share : shares) {
            sum += share.answer().holds(value) ? share.share() : 0;
        }
        return Math.max(sum, LEAST);
    }

    private static Object value(@Nullable Fact fact, Prior.Span answer, double within) {
        return answer.low() instanceof Double low && answer.high() instanceof Double high && low < high
                ? (Object) quantity(fact, low, high, within)
                : answer.low();
    }

    /** Quantities are spread evenly over their orders of magnitude, and rounded to two digits, as people say them. */
    private static double quantity(@Nullable Fact fact, double low, double high, double within) {
        double exact = low > 0 && high / low > 3 ? low * Math.pow(high / low, within) : low + (high - low) * within;
        double unit = exact <= 0 ? 1 : Math.pow(10, Math.floor(Math.log10(exact)) - 1);
        double rounded = Math.rint(exact / unit) * unit;
        return Math.clamp(fact != null && fact.whole() ? Math.rint(rounded) : rounded, low, high);
    }
}
