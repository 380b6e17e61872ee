package dev.tunewise.flow.forecast;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.prior.DrawnTeams;
import dev.tunewise.flow.prior.TeamSampler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Interviews teams drawn from the priors, once by what questions are worth and once in the order of the rules, and compares what comes out with
 * what all their facts give.
 */
public final class InterviewSimulation {
    private final Flow flow;
    private final FigureCalculator figures;
    private final Forecaster forecaster;
    private final Map<Map<String, Object>, Optional<Forecast>> forecasts = new ConcurrentHashMap<>();

    /** A simulation along a flow that declares priors. `figures`: works out what the flow declares as figures. */
    public InterviewSimulation(Flow flow, FigureCalculator figures) {
        this.flow = flow;
        this.figures = figures;
        forecaster = new Forecaster(flow, figures);
    }

    /** What came out in one order of asking: questions to a conclusion, and the share of conclusions that all facts would give too. */
    public record Outcome(int median, int ninetieth, int longest, double agreeing) {
        private static Outcome of(List<Played> played) {
            List<Integer> counts =
                    played.stream().map(Played::questions).sorted().toList();
            long agreeing = played.stream().filter(Played::agrees).count();
            return new Outcome(
                    counts.get(counts.size() / 2),
                    counts.get(counts.size() * 9 / 10),
                    counts.getLast(),
                    (double) agreeing / played.size());
        }
    }

    /** Both orders over the same teams. */
    public record Comparison(int teams, Outcome byValue, Outcome byRules) {
        /** Two lines for people. */
        public String report() {
            return "Interviewed %,d teams drawn from the priors; questions to a conclusion, and conclusions as all facts give:%n"
                            .formatted(teams)
                    + line("by what questions are worth", byValue)
                    + line("in the order of the rules", byRules);
        }

        private static String line(String order, Outcome outcome) {
            return "  %-28s median %d, 90th percentile %d, longest %d; %.1f %%%n"
                    .formatted(
                            order, outcome.median(), outcome.ninetieth(), outcome.longest(), 100 * outcome.agreeing());
        }
    }

    private record Played(int questions, boolean agrees) {}

    private record Both(Played byValue, Played byRules) {}

    /** Interviews teams; the same seed draws the same ones. `teams`: how many, 10 or more. */
    public Comparison run(int teams, long seed) {
        DrawnTeams drawn = new TeamSampler(flow, Forecaster.decisive(flow), teams, seed).draw(Map.of());
        List<Both> played = IntStream.range(0, teams)
                .parallel()
                .mapToObj(drawn::facts)
                .flatMap(team -> play(team).stream())
                .toList();
        return new Comparison(
                played.size(),
                Outcome.of(played.stream().map(Both::byValue).toList()),
                Outcome.of(played.stream().map(Both::byRules).toList()));
    }

    private Optional<Both> play(Map<String, Object> team) {
        return forecaster
                .decided(team)
                .map(Conclusion::of)
                .map(truth -> new Both(byValue(team, truth), byRules(team, truth)));
    }

    private Played byValue(Map<String, Object> team, Conclusion truth) {
        Map<String, Object> known = new HashMap<>();
        int questions = 0;
        Optional<Forecast> forecast = forecast(known);
        while (forecast.isPresent() && !forecast.get().conclusive()) {
            for (String fact : QuestionCard.next(flow, forecast.get().questions())) {
                if (forecast.filter(each ->
                                !each.conclusive() && each.question(fact).isPresent())
                        .isEmpty()) {
                    continue;
                }
                questions++;
                known.put(fact, answer(team, fact));
                forecast = forecast(known);
            }
        }
        return new Played(questions, forecast.map(Forecast::leaning).equals(Optional.of(truth)));
    }

    private Optional<Forecast> forecast(Map<String, Object> known) {
        return forecasts.computeIfAbsent(Map.copyOf(known), forecaster::forecast);
    }

    private Played byRules(Map<String, Object> team, Conclusion truth) {
        Interview interview = new Interview(flow, figures);
        Map<String, Object> known = new HashMap<>();
        InterviewStatus standing = interview.standing(known);
        while (!standing.asks().isEmpty()) {
            String fact = standing.asks().getFirst();
            known.put(fact, answer(team, fact));
            standing = interview.standing(known);
        }
        return new Played(
                known.size(),
                standing instanceof InterviewStatus.Decided(Rule rule, var _, var _)
                        && Conclusion.of(rule).equals(truth));
    }

    /** What a team answers; who cannot say it has the default stand in. */
    private Object answer(Map<String, Object> team, String fact) {
        Object value = team.get(fact);
        return value != null ? value : flow.fact(fact).orElseThrow().assume().raw();
    }
}
