package dev.tunewise.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.app.price.ModelCatalogue;
import dev.tunewise.app.price.PriceKnowledge;
import dev.tunewise.chat.Input.Option;
import dev.tunewise.conversation.answer.AdviceBlocks;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.Interpreter;
import dev.tunewise.conversation.understanding.KnowledgeBase;
import dev.tunewise.conversation.understanding.ReaderInterpreter;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.costing.CatalogueCosting;
import dev.tunewise.flow.Flow;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.flowfile.FlowLoader;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.file.LoadResult;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The shipped flow with real prices, and a case that leads through it to a verdict with costs. */
public final class ShippedMachine {
    private static final Author ANA = new Author("U1", "Ana");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Path SHIPPED = Path.of("conversation-flows/fine-tuning");
    private static final Flow FLOW = ReadFlows.fineTuning();
    private static final Map<String, String> TICKETS = Map.ofEntries(
            Map.entry("problems", "wrong-labels,too-expensive"),
            Map.entry("task", "classification"),
            Map.entry("stage", "production"),
            Map.entry("recurrence", "recurring"),
            Map.entry("stable_for", "six-months-plus"),
            Map.entry("prompt_work", "instructions,few-shot,structured-output"),
            Map.entry("eval_items", "1500"),
            Map.entry("labels", "verified"),
            Map.entry("stronger_model", "meets-target-too-costly"),
            Map.entry("must_self_host", "no"),
            Map.entry("examples", "800"),
            Map.entry("classes", "18"),
            Map.entry("owner", "yes"),
            Map.entry("rollback", "yes"),
            Map.entry("failure_taxonomy", "yes"),
            Map.entry("calls_per_day", "50000"),
            Map.entry("error_cost", "0.02"),
            Map.entry("model", "claude-sonnet-4-6"),
            Map.entry("input_tokens", "1200"),
            Map.entry("output_tokens", "20"),
            Map.entry("quality_now", "88"),
            Map.entry("quality_target", "91"),
            Map.entry("tuning_tried", "no"),
            Map.entry("retrieval", "not-needed"),
            Map.entry("tools", "not-needed"),
            Map.entry("open_model", "falls-short"),
            Map.entry("runs_gpus", "no"),
            Map.entry("system_prompt_tokens", "900"),
            Map.entry("balance", "even"),
            Map.entry("explainability", "no"));

    private ShippedMachine() {}

    /** A machine with the shipped prices, the same for all. */
    public static ConversationEngine now() {
        return Shared.NOW;
    }

    private static final class Shared {
        static final ConversationEngine NOW = with(PriceFiles.shipped());
    }

    /** One that reads what people type. */
    public static ConversationEngine listening() {
        Interpreter reader = new ReaderInterpreter(FLOW, new MessageReader(FLOW, FineTuning.names()));
        return with(
                PriceFiles.shipped(),
                FLOW,
                new SimulationSettings(1000, SimulationSettings.STANDARD.seed(), false),
                reader);
    }

    /** One that reads what people type, knows all models by name, and answers what is asked of their prices. */
    public static ConversationEngine pricing() {
        PriceCatalogue prices = PriceFiles.shipped();
        MessageReader reader = new MessageReader(FLOW, new ModelCatalogue(prices, () -> DAY));
        return with(
                prices,
                FLOW,
                new SimulationSettings(1000, SimulationSettings.STANDARD.seed(), false),
                new ReaderInterpreter(FLOW, reader),
                new PriceKnowledge(prices, () -> DAY));
    }

    /** The same with as many samples as the product takes. */
    public static ConversationEngine whole(PriceCatalogue prices) {
        return with(prices, FLOW, SimulationSettings.STANDARD);
    }

    /** The flow that all of them follow. */
    public static Flow flow() {
        return FLOW;
    }

    /** A machine with the prices of today's model changed by a file of own prices, as an operator would. */
    public static ConversationEngine changed(Path folder, String input, String output) throws IOException {
        return with(prices(folder, input, output));
    }

    /** Such prices. */
    public static PriceCatalogue prices(Path folder, String input, String output) throws IOException {
        Path own = Files.writeString(
                folder.resolve("own-prices.json"),
                "{\"as_of\": \"2026-11-20\", \"models\": [{\"id\": \"claude-sonnet-4-6\", \"input_per_mtok\": " + input
                        + ", \"output_per_mtok\": " + output + "}]}");
        return switch (PriceFiles.overlay(PriceFiles.shipped(), own)) {
            case LoadResult.Ok<PriceCatalogue>(var prices) -> prices;
            case LoadResult.Refused<PriceCatalogue> refused -> throw new AssertionError(refused);
        };
    }

    /** A machine with a flow in which a passage was changed, as an author would. */
    public static ConversationEngine rewritten(Path folder, String passage, String other) throws IOException {
        Path copy = Files.createDirectories(folder).resolve("fine-tuning");
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(SHIPPED.relativize(file).toString()));
            }
        }
        Path flow = copy.resolve("flow.yaml");
        String text = Files.readString(flow);
        assertTrue(text.contains(passage), () -> passage + " is not in " + flow);
        Files.writeString(flow, text.replace(passage, other));
        return with(PriceFiles.shipped(), load(copy));
    }

    private static Flow load(Path folder) {
        return switch (new FlowLoader().load(folder)) {
            case FlowLoadResult.Loaded loaded -> loaded.flow();
            case FlowLoadResult other -> throw new AssertionError(other);
        };
    }

    private static ConversationEngine with(PriceCatalogue prices) {
        return with(prices, FLOW);
    }

    private static ConversationEngine with(PriceCatalogue prices, Flow flow) {
        return with(prices, flow, new SimulationSettings(1000, SimulationSettings.STANDARD.seed(), false));
    }

    private static ConversationEngine with(PriceCatalogue prices, Flow flow, SimulationSettings sampling) {
        return with(prices, flow, sampling, (_, _) -> Interpretation.NOTHING);
    }

    private static ConversationEngine with(
            PriceCatalogue prices, Flow flow, SimulationSettings sampling, Interpreter reader) {
        return with(prices, flow, sampling, reader, (_, _) -> Optional.empty());
    }

    private static ConversationEngine with(
            PriceCatalogue prices, Flow flow, SimulationSettings sampling, Interpreter reader, KnowledgeBase almanac) {
        CatalogueCosting costing = new CatalogueCosting(prices, () -> DAY, sampling);
        return new ConversationEngine(
                flow,
                new ConversationEngine.Ports(
                        new AdviceBlocks(new Consultant(flow, costing)),
                        reader,
                        almanac,
                        _ -> List.of(new Option("claude-sonnet-4-6", "Claude Sonnet 4.6", "")),
                        (_, _) -> Optional.empty()),
                Messages.english());
    }

    /** Answers a consultation to its end. */
    public static void decide(Consultations consultations, String conversation, Instant at) {
        UserInput all = new UserInput.Filled(TICKETS);
        consultations.take(conversation, new InboundEvent("answers-" + conversation, ANA, at, "", all));
    }
}
