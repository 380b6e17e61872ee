package dev.tunewise.flow.forecast;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.FigureRequest;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.prior.DrawnTeam;
import dev.tunewise.flow.prior.TeamSampler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Forecasts the recommendation by asking the rules about teams that go with what is known. Most teams are decided without money; of those that
 * are not only some are reckoned, and stand for the others. Safe for use by several threads if the figures are.
 */
public final class Forecaster {
    private static final int TEAMS = 400;
    private static final int RECKONED = 10;
    private static final int DRAWS = 100;
    private static final long SEED = 20_261_127;
    /** Known facts from which on the rules' order may take over. */
    private static final int PATIENCE = 10;

    private static final double STANDS_OUT = 0.5;
    /** A question that raises the chance of the right recommendation by less helps little. */
    private static final double HELPS = 0.19;

    private final Flow flow;
    private final Interview interview;
    private final FigureMemory figures;
    private final TeamSampler teams;
    private final List<Figure> hinted;

    /**
     * A forecaster along a flow that declares priors.
     *
     * @param flow a flow that passed its checks
     * @param figures works out what the flow declares as figures
     */
    public Forecaster(Flow flow, FigureCalculator figures) {
        this.flow = flow;
        this.figures = new FigureMemory(figures.rough(DRAWS));
        interview = new Interview(flow, this.figures);
        teams = new TeamSampler(flow, decisive(flow), TEAMS, SEED);
        hinted = flow.figures().stream()
                .filter(figure -> !figure.hints().isEmpty())
                .toList();
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
        Optional<Rule> first = firstNotRefused(facts);
        if (first.isEmpty() || first.get().when().evaluate(facts).holds()) {
            return first;
        }
        Map<String, Object> all = new HashMap<>(facts);
        figures.workOut(new FigureRequest(facts, Map.of(), Set.of(), flow.excluded(facts)))
                .forEach(all::putIfAbsent);
        return firstNotRefused(all).filter(rule -> rule.when().evaluate(all).holds());
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
        if (flow.expectations().priors().isEmpty()) {
            return Optional.empty();
        }
        InterviewStatus standing = interview.standing(known);
        if (standing instanceof InterviewStatus.Decided(Rule rule, var _, var _)) {
            return Optional.of(new Forecast(rule, 1, 1, true, List.of(), Map.of()));
        }
        List<DecidedTeam> decided = decide(known);
        return decided.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ordered(new LeaningEstimate(decided, flow, open(known)).forecast(), known, standing.asks()));
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

    /** Facts with the figures that rest on nothing but a few of them. */
    private Map<String, Object> withHinted(Map<String, Object> facts) {
        Map<String, Object> more = HashMap.newHashMap(facts.size() + hinted.size());
        more.putAll(facts);
        for (Figure figure : hinted) {
            Map<String, Object> hints = HashMap.newHashMap(figure.hints().size());
            for (String hint : figure.hints()) {
                Object value = facts.get(hint);
                if (value != null) {
                    hints.put(hint, value);
                }
            }
            Object value = figures.workOut(hints).get(figure.id());
            if (value != null) {
                more.put(figure.id(), value);
            }
        }
        return more;
    }

    private List<DecidedTeam> decide(Map<String, Object> known) {
        List<DecidedTeam> decided = new ArrayList<>();
        List<DrawnTeam> costly = new ArrayList<>();
        double weight = 0;
        for (DrawnTeam team : teams.draw(known)) {
            Map<String, Object> facts = withHinted(team.facts());
            Optional<Rule> rule = firstNotRefused(facts);
            if (rule.isEmpty()) {
                continue;
            }
            if (rule.get().when().evaluate(facts).holds()) {
                decided.add(new DecidedTeam(team, rule.get(), team.weight()));
            } else {
                costly.add(team);
                weight += team.weight();
            }
        }
        decided.addAll(reckoned(costly, weight));
        return decided;
    }

    /** The first teams whose costs count, standing for all of them: which ones depends on the answers alone, so that nothing ever turns by itself. */
    private List<DecidedTeam> reckoned(List<DrawnTeam> costly, double weight) {
        List<DecidedTeam> some = new ArrayList<>();
        double seen = 0;
        for (DrawnTeam team : costly.subList(0, Math.min(RECKONED, costly.size()))) {
            Optional<Rule> rule = decided(team.facts());
            if (rule.isPresent()) {
                some.add(new DecidedTeam(team, rule.get(), team.weight()));
                seen += team.weight();
            }
        }
        double each = seen == 0 ? 0 : weight / seen;
        return some.stream()
                .map(team -> new DecidedTeam(team.team(), team.rule(), team.weight() * each))
                .toList();
    }

    /**
     * A team with the rule that decides for it.
     *
     * @param weight its share of all teams, not normalised
     */
    record DecidedTeam(DrawnTeam team, Rule rule, double weight) {}
}
