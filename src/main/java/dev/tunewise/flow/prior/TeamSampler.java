package dev.tunewise.flow.prior;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Expectations.Prior;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Map<String, Integer> places = new HashMap<>();
    private final int size;

    /** A prior with its fact and the luck that each team has with it. */
    private record Drawn(Prior prior, @Nullable Fact fact, double[] luck) {}

    /**
     * A sampler.
     *
     * @param flow its priors are drawn from
     * @param matter ids of the facts to draw; those that their shares depend on are drawn too
     * @param size how many teams there are
     * @param seed equal seeds draw equal teams
     */
    public TeamSampler(Flow flow, Set<String> matter, int size, long seed) {
        this.size = size;
        Random random = new Random(seed);
        Set<String> wanted = withParents(flow.expectations().priors(), matter);
        for (Prior prior : flow.expectations().priors()) {
            if (wanted.contains(prior.fact())) {
                places.put(prior.fact(), priors.size());
                priors.add(new Drawn(prior, flow.fact(prior.fact()).orElse(null), stratified(size, random)));
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

    /** All teams that go with what is known, raw values by fact. */
    public List<DrawnTeam> draw(Map<String, Object> known) {
        List<DrawnTeam> teams = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            teams.add(draw(known, i));
        }
        return teams;
    }

    private DrawnTeam draw(Map<String, Object> known, int team) {
        // Some hundred teams are drawn a turn: maps that grow would be most of the work.
        Map<String, Object> facts = HashMap.newHashMap(known.size() + priors.size());
        facts.putAll(known);
        List<Prior.@Nullable Span> drawn = Arrays.asList(new Prior.Span[priors.size()]);
        double weight = 1;
        double likelihood = 1;
        for (int i = 0; i < priors.size(); i++) {
            Drawn each = priors.get(i);
            Prior prior = each.prior();
            Object value = known.get(prior.fact());
            if (value == null) {
                List<Prior.Share> shares = shares(prior, facts);
                double number = each.luck()[team];
                Prior.Share share = pick(shares, number);
                if (share != null) {
                    Prior.Span answer = share.answer();
                    facts.put(prior.fact(), value(each.fact(), answer, within(shares, share, number)));
                    drawn.set(i, answer);
                    likelihood *= share.share();
                }
            } else if (prior.cases().size() > 1) {
                weight *= likelihood(shares(prior, facts), value);
            }
        }
        return new DrawnTeam(facts, drawn, places, weight, likelihood);
    }

    private static List<Prior.Share> shares(Prior prior, Map<String, Object> facts) {
        for (Prior.Case each : prior.cases()) {
            Condition when = each.when();
            if (when == null || when.evaluate(facts).holds()) {
                return each.shares();
            }
        }
        return prior.cases().getLast().shares();
    }

    private static double likelihood(List<Prior.Share> shares, Object value) {
        double sum = 0;
        for (Prior.Share share : shares) {
            sum += share.answer().holds(value) ? share.share() : 0;
        }
        return Math.max(sum, LEAST);
    }

    /** The share that a number falls into; null for what a team cannot say. */
    private static Prior.@Nullable Share pick(List<Prior.Share> shares, double number) {
        double left = number;
        for (Prior.Share share : shares) {
            left -= share.share();
            if (left < 0) {
                return share;
            }
        }
        return null;
    }

    /** How far into its share a number falls, 0 to 1. */
    private static double within(List<Prior.Share> shares, Prior.Share picked, double number) {
        double before = 0;
        for (Prior.Share share : shares) {
            if (share == picked) {
                return Math.clamp((number - before) / picked.share(), 0, 1);
            }
            before += share.share();
        }
        return 0;
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
