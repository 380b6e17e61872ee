package dev.tunewise.app.session;

import dev.tunewise.app.encoder.ChoiceProposers;
import dev.tunewise.app.flow.FlowRegistry;
import dev.tunewise.chat.Action;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.step.TurnResult;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.session.turn.ServedFlow;
import dev.tunewise.storage.document.DocumentCodec;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a few consultations with itself, which nobody sees and nothing keeps, so that the first team does not wait for classes to be loaded and
 * compiled. The first reply is made beside the rest of the start; readiness waits for it.
 */
@Context
@Requires(notEnv = Environment.TEST)
@Requires(property = "tunewise.warm-up", value = "true", defaultValue = "true")
final class WarmUp implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final Author NOBODY = new Author("warm-up", "warm-up");
    private static final int ROUNDS = 4;
    private static final int MOST_STEPS = 30;

    private final ChoiceProposers choices;
    private final InstantSource clock;
    private final DocumentCodec documents = new DocumentCodec(Optional.empty());
    private volatile boolean warm;

    WarmUp(FlowRegistry flows, ChoiceProposers choices, MemoryWarmUp memory, InstantSource clock) {
        this.choices = choices;
        this.clock = clock;
        flows.onceLoaded(() -> {
            warm(flows);
            tried("log of decisions", memory::run);
            talk(flows);
        });
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder("warm-up", warm ? HealthStatus.UP : HealthStatus.DOWN)
                .build());
    }

    private void warm(FlowRegistry flows) {
        try {
            flows.all().forEach(edition -> tried(edition.flow().id(), () -> firstReply(edition)));
        } finally {
            // Whatever went wrong: a service that never becomes ready helps nobody.
            warm = true;
        }
    }

    private void talk(FlowRegistry flows) {
        flows.all()
                .forEach(edition -> tried(edition.flow().id(), () -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        openings(edition).forEach(opening -> consult(edition, opening));
                    }
                }));
    }

    private static void tried(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warn("{} could not be warmed up; it is served all the same", what, failed);
        }
    }

    private void firstReply(ServedFlow edition) {
        openings(edition).stream().limit(1).forEach(opening -> {
            choices.ready(edition.flow())
                    .ifPresent(proposer -> proposer.propose(
                            opening, edition.reader().read(opening, ReadingContext.none()), ReadingContext.none()));
            step(edition, ConversationState.NEW, new UserInput.Opened(opening));
        });
    }

    private static List<String> openings(ServedFlow edition) {
        return edition.flow().texts().entries().entrySet().stream()
                .filter(text -> text.getKey().startsWith("examples."))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** A consultation in which each question gets the answer of the team that is most likely to ask. */
    private void consult(ServedFlow edition, String opening) {
        Map<String, Object> typical = edition.consultant()
                .forecast(Answers.none(), Map.of())
                .map(Forecast::typical)
                .orElse(Map.of());
        ConversationState state = step(edition, ConversationState.NEW, new UserInput.Opened(opening));
        for (int steps = 0; steps < MOST_STEPS && state.concluded().isEmpty(); steps++) {
            List<String> asking = edition.machine().asking(state);
            Object answer = asking.isEmpty() ? null : typical.get(asking.getFirst());
            if (answer == null) {
                break;
            }
            Action action = new Action.Answer(asking.getFirst(), written(answer));
            state = step(edition, state, new UserInput.Clicked(action));
        }
        Map<String, Value> facts = new LinkedHashMap<>();
        typical.forEach((fact, value) -> facts.put(fact, Value.of(value)));
        edition.consultant().answer(Answers.of(facts), Map.of());
        edition.consultant().ballpark(state.answers(), Map.of());
    }

    private ConversationState step(ServedFlow edition, ConversationState state, UserInput input) {
        TurnResult turn = edition.machine().step(state, NOBODY, clock.instant(), input);
        documents.entry(documents.of(new Entry(NOBODY.id(), NOBODY, clock.instant(), "", input, turn.changes())));
        turn.posts().forEach(post -> documents.post(documents.of(post)));
        return turn.after();
    }

    private static String written(Object value) {
        return switch (value) {
            case List<?> items ->
                String.join(",", items.stream().map(String::valueOf).toList());
            case Boolean yes -> yes ? "yes" : "no";
            default -> String.valueOf(value);
        };
    }
}
