package dev.tunewise.flow.forecast;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.FigureInputs;
import dev.tunewise.flow.interview.FigureRequest;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.interview.RecentResults;
import dev.tunewise.flow.prior.ConditionOutcomes;
import dev.tunewise.flow.prior.DrawnTeams;
import dev.tunewise.flow.prior.TeamSampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Forecasts the recommendation by asking the rules about teams that go with what is known. Most teams are decided without money; of those that
 * are not only some are computed, and stand for the others. Safe for use by several threads if the figures are.
 */
public final class Forecaster {
    private static final int TEAMS = 400;
    /** So large a share of all teams one may stand for whose costs are computed, as far as there may be as many of them. */
    private static final double STANDS_FOR = 0.04;

    private static final int FEWEST_RECKONED = 2;
    private static final int MOST_RECKONED = 10;
    private static final int DRAWS = 100;
    /** The same team comes back with many cases. */
    private static final int MOST_KNOWN = 2_000;

    private static final long SEED = 20_261_127;
    /** Known facts from which on the rules' order may take over. */
    private static final int PATIENCE = 10;

    private static final double STANDS_OUT = 0.5;
    /** A question that raises the chance of the right recommendation by less helps little. */
    private static final double HELPS = 0.19;

    private final Flow flow;
    private final Interview interview;
    private final FigureCalculator figures;
    private final TeamSampler teams;
    private final List<Figure> hinted;

    /** A forecaster along a flow that declares priors. `figures`: works out what the flow declares as figures. */
    public Forecaster(Flow flow, FigureCalculator figures) {
        this(flow, figures, new TeamSampler(flow, decisive(flow), TEAMS, SEED));
    }

    private Forecaster(Flow flow, FigureCalculator figures, TeamSampler teams) {
        this.flow = flow;
        this.teams = teams;
        Set<String> tested = FigureInputs.tested(flow);
        hinted = flow.figures().stream()
                .filter(figure -> !figure.hints().isEmpty() && tested.contains(figure.id()))
                .toList();
        FigureCalculator rough = figures.rough(DRAWS).asking(tested);
        RecentResults<FigureRequest, Map<String, Object>> known = new RecentResults<>(MOST_KNOWN);
        this.figures = request -> known.of(request.copy(), () -> Map.copyOf(rough.workOut(request)));
        interview = new Interview(flow, this.figures);
    }

    /** The same teams with figures that are worked out in another way. */
    public Forecaster with(FigureCalculator others) {
        return new Forecaster(flow, others, teams);
    }

    /** The facts that rules can hang on, through figures too. */
    public static Set<String> decisive(Flow flow) {
        Set<String> facts = new HashSet<>();
        flow.rules().forEach(rule -> facts.addAll(rule.when().facts()));
        flow.exclusions().forEach(exclusion -> facts.addAll(exclusion.when().facts()));
        flow.figures().forEach(figure -> {
            facts.addAll(figure.hints());
            figure.inputs().forEach(input -> {
                Condition when = input.when();
                facts.add(input.fact());
                facts.addAll(when == null ? Set.of() : when.facts());
            });
        });
        return facts;
    }

    /** The rule that decides for a team of which everything that matters is known; empty where the rules need more. */
    public Optional<Rule> decided(Map<String, Object> facts) {
        return decided(facts, Set.of());
    }

    private Optional<Rule> decided(Map<String, Object> facts, Set<String> assumed) {
        Optional<Rule> first = firstNotRefused(facts);
        if (first.isEmpty() || first.get().when().holds(facts)) {
            return first;
        }
        Map<String, Object> all = new HashMap<>(facts);
        figures.workOut(new FigureRequest(facts, Map.of(), assumed, flow.excluded(facts)))
                .forEach(all::putIfAbsent);
        return firstNotRefused(all).filter(rule -> rule.when().holds(all));
    }

    /** The first rule that holds or cannot be told. */
    private Optional<Rule> firstNotRefused(Map<String, Object> facts) {
        for (Rule rule : flow.rules()) {
            if (!rule.when().evaluate(facts).fails()) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** What answers lean to, raw values by fact; empty where the flow has no priors or no rule fits. */
    public Optional<Forecast> forecast(Map<String, Object> known) {
        return forecast(known, Set.of());
    }

    /** The same where nobody knows some of them: rules take what is assumed, figures a range. */
    public Optional<Forecast> forecast(Map<String, Object> known, Set<String> assumed) {
        if (flow.expectations().priors().isEmpty()) {
            return Optional.empty();
        }
        InterviewStatus standing = interview.standing(known, assumed);
        if (standing instanceof InterviewStatus.Decided(Rule rule, var _, var _)) {
            return Optional.of(
                    new Forecast(rule, 1, 1, true, List.of(new Forecast.Step(rule.lever(), 1)), List.of(), Map.of()));
        }
        return decide(known, assumed)
                .map(teams -> new LeaningEstimate(teams, flow).forecast(open(known)))
                .map(forecast -> ordered(forecast, known, standing.asks()));
    }

    /** Where much is known, no recommendation stands out and no question helps much, worth is a guess, and the rules' own order ends sooner. */
    private static Forecast ordered(Forecast forecast, Map<String, Object> known, List<String> byRules) {
        List<Forecast.OpenQuestion> questions = new ArrayList<>(forecast.questions());
        boolean lost = known.size() >= PATIENCE
                && forecast.probability() < STANDS_OUT
                && !questions.isEmpty()
                && questions.getFirst().change() < HELPS;
        if (!lost) {
            return forecast;
        }
        questions.sort(Comparator.comparingInt(question -> {
            int place = byRules.indexOf(question.fact());
            return place < 0 ? byRules.size() : place;
        }));
        return new Forecast(
                forecast.rule(),
                forecast.probability(),
                forecast.verdictProbability(),
                forecast.certain(),
                forecast.steps(),
                questions,
                forecast.typical());
    }

    /** The facts that can still change what the rules say. */
    private Set<String> open(Map<String, Object> known) {
        Set<String> open = new HashSet<>(interview.open(known));
        hinted.forEach(figure -> open.addAll(figure.hints()));
        open.removeAll(known.keySet());
        return open;
    }

    /** The rules that decide for teams; empty where none does for any. */
    private Optional<DecidedTeams> decide(Map<String, Object> known, Set<String> assumed) {
        DrawnTeams drawn = teams.draw(known);
        hinted.forEach(figure -> drawn.derive(
                figure.id(), figure.hints(), hints -> figures.workOut(hints).get(figure.id())));
        int[] ruleOf = new int[drawn.size()];
        Arrays.fill(ruleOf, DecidedTeams.NONE);
        BitSet costly = new BitSet();
        BitSet left = drawn.all();
        for (int rule = 0; rule < flow.rules().size() && !left.isEmpty(); rule++) {
            ConditionOutcomes truth = drawn.truth(flow.rules().get(rule).when());
            for (int team = left.nextSetBit(0); team >= 0; team = left.nextSetBit(team + 1)) {
                if (truth.holds().get(team)) {
                    ruleOf[team] = rule;
                } else if (!truth.fails().get(team)) {
                    costly.set(team);
                }
            }
            left.and(truth.fails());
        }
        double[] weight =
                IntStream.range(0, drawn.size()).mapToDouble(drawn::weight).toArray();
        DecidedTeams decided = new DecidedTeams(drawn, ruleOf, weight);
        compute(costly, decided, assumed);
        return IntStream.range(0, drawn.size()).anyMatch(decided::isDecided) ? Optional.of(decided) : Optional.empty();
    }

    /** The first teams whose costs count, standing for all of them: which ones depends on the answers alone, so that nothing ever turns by itself. */
    private void compute(BitSet costly, DecidedTeams teams, Set<String> assumed) {
        double[] weight = teams.weight();
        double stoodFor = costly.stream().mapToDouble(team -> weight[team]).sum();
        double share = stoodFor / Arrays.stream(weight).sum();
        double seen = 0;
        int[] some = costly.stream()
                .limit(Math.clamp((long) Math.ceil(share / STANDS_FOR), FEWEST_RECKONED, MOST_RECKONED))
                .toArray();
        for (int team : some) {
            Optional<Rule> rule = decided(teams.drawn().facts(team), assumed);
            if (rule.isPresent()) {
                teams.ruleOf()[team] = flow.rules().indexOf(rule.get());
                seen += weight[team];
            }
        }
        double each = stoodFor / seen;
        for (int team : some) {
            weight[team] *= each;
        }
    }
}
