package dev.tunewise.app.session;

import dev.tunewise.app.encoder.ChoiceProposers;
import dev.tunewise.app.flow.CompiledFlow;
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
import dev.tunewise.storage.document.DocumentCodec;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a few consultations with itself once the service is ready, which nobody sees and nothing keeps, so that the first team does not wait for
 * classes to be loaded and compiled.
 */
@Singleton
@Requires(notEnv = Environment.TEST)
@Requires(property = "tunewise.warm-up", value = "true", defaultValue = "true")
final class WarmUp implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final Author NOBODY = new Author("warm-up", "warm-up");
    private static final int ROUNDS = 4;
    private static final int MOST_STEPS = 30;

    private final FlowRegistry flows;
    private final ChoiceProposers choices;
    private final InstantSource clock;
    private final DocumentCodec documents = new DocumentCodec(Optional.empty());

    WarmUp(FlowRegistry flows, ChoiceProposers choices, InstantSource clock) {
        this.flows = flows;
        this.choices = choices;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        Thread.ofPlatform()
                .daemon()
                .name("warm-up")
                .priority(Thread.MIN_PRIORITY)
                .start(() -> flows.all().forEach(this::warm));
    }

    private void warm(CompiledFlow edition) {
        try {
            List<String> openings = edition.flow().texts().entries().entrySet().stream()
                    .filter(text -> text.getKey().startsWith("examples."))
                    .map(Map.Entry::getValue)
                    .toList();
            for (int round = 0; round < ROUNDS; round++) {
                openings.forEach(opening -> consult(edition, opening));
            }
            openings.forEach(opening -> choices.ready(edition.flow())
                    .ifPresent(proposer -> proposer.propose(
                            opening, edition.reader().read(opening, ReadingContext.none()), ReadingContext.none())));
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Flow {} could not be warmed up; it is served all the same",
                    edition.flow().id(),
                    failed);
        }
    }

    /** A consultation in which each question gets the answer of the team that is most likely to ask. */
    private void consult(CompiledFlow edition, String opening) {
        Map<String, Object> typical = edition.consultant()
                .forecaster(Map.of())
                .forecast(Map.of())
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

    private ConversationState step(CompiledFlow edition, ConversationState state, UserInput input) {
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
