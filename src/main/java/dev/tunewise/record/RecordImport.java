package dev.tunewise.record;

import dev.tunewise.advice.Consultant;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads decision records in again: what they are made from becomes the first event of a consultation, and what they said is held against today. */
public record RecordImport(Function<String, Optional<Consultant>> consultants) {
    private static final int MOST_PRICES = 6;

    public sealed interface Outcome {
        /** It was read. `input`: what opens the same consultation. `made`: the record as it follows today. */
        record Ready(UserInput.Imported input, DecisionRecord made, PreviousResult then, PreviousResult now)
                implements Outcome {
            /** Says whether the same is advised as then. */
            public boolean same() {
                return then.rule().equals(now.rule()) && then.headline().equals(now.headline());
            }
        }

        /**
         * It cannot be used.
         *
         * @param problems all that is wrong, each a sentence that names the place, what was found and what was expected
         */
        record Refused(List<String> problems) implements Outcome {}
    }

    /** Reads the text of a JSON record; takes any text. */
    public Outcome read(String text) {
        return switch (new RecordJson().read(text, consultants)) {
            case RecordJson.Reading.Refused(List<String> problems) -> new Outcome.Refused(problems);
            case RecordJson.Reading.Read(RecordInput origin, PreviousResult then, List<String> remarks) ->
                ready(origin, then, remarks);
        };
    }

    private Outcome ready(RecordInput origin, PreviousResult then, List<String> remarks) {
        DecisionRecord made =
                DecisionRecord.of(origin, consultants.apply(origin.flow()).orElseThrow());
        PreviousResult now = PreviousResult.of(made.answer());
        List<String> all = new ArrayList<>(remarks);
        all.addAll(against(then, now));
        return new Outcome.Ready(input(origin, all), made, then, now);
    }

    /** What is the same and what is another thing than in the record, in a sentence each. */
    public static List<String> against(PreviousResult then, PreviousResult now) {
        List<String> remarks = new ArrayList<>();
        boolean same = then.rule().equals(now.rule()) && then.headline().equals(now.headline());
        if (then.headline().isEmpty() && now.headline().isEmpty()) {
            remarks.add("The record held no verdict, and there is none yet.");
        } else if (same) {
            remarks.add("The same verdict as in the record came out.");
        } else {
            remarks.add("The record said: " + (then.headline().isEmpty() ? "nothing yet." : then.headline())
                    + " Today it is: " + (now.headline().isEmpty() ? "open." : now.headline()));
        }
        List<String> prices = then.otherPrices(now);
        if (!prices.isEmpty()) {
            String more = prices.size() > MOST_PRICES ? "; and " + (prices.size() - MOST_PRICES) + " more" : "";
            remarks.add("Prices that have changed since: "
                    + String.join("; ", prices.subList(0, Math.min(MOST_PRICES, prices.size()))) + more + ".");
        } else if (!then.prices().isEmpty() && !now.prices().isEmpty()) {
            remarks.add("The prices are the ones of the record.");
        }
        return remarks;
    }

    private static UserInput.Imported input(RecordInput origin, List<String> remarks) {
        List<Change.Recorded> facts = new ArrayList<>();
        origin.answers().all().forEach((fact, answer) -> {
            Given given = Given.of(answer);
            facts.add(new Change.Recorded(
                    fact, answer.value(), answer.assumed(), given.author(), given.at(), given.quote(), given.from()));
        });
        List<Change.Preset> parameters = new ArrayList<>();
        origin.settings().forEach((parameter, value) -> parameters.add(preset(parameter, value, origin)));
        return new UserInput.Imported(origin.title(), facts, parameters, remarks);
    }

    private static Change.Preset preset(String parameter, BigDecimal value, RecordInput origin) {
        Given given = Given.of(origin.parameters().get(parameter));
        return new Change.Preset(parameter, value, given.author(), given.at(), given.quote());
    }

    /** Who gave an answer, when and in which words; nobody where that was not noted. */
    private record Given(String author, @Nullable Instant at, String quote, List<String> from) {
        static Given of(@Nullable SourcedAnswer given) {
            SourcedAnswer.Origin origin = given == null ? null : given.origin();
            return origin == null
                    ? new Given("", null, "", List.of())
                    : new Given(origin.author(), origin.at(), origin.quote(), origin.from());
        }
    }
}
