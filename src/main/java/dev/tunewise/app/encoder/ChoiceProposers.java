package dev.tunewise.app.encoder;

import dev.tunewise.api.flow.ReadingDocument;
import dev.tunewise.encoder.EncoderMissingException;
import dev.tunewise.encoder.NativePlatform;
import dev.tunewise.encoder.OnnxSentenceEncoder;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.encoder.ChoiceLearner;
import dev.tunewise.reading.encoder.ChoiceProposer;
import dev.tunewise.reading.encoder.ExampleLines;
import dev.tunewise.reading.encoder.LearnedChoices;
import dev.tunewise.reading.encoder.SentenceEncoder;
import dev.tunewise.reading.result.ProposedAnswer;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The proposers of flows, each made when it is first asked for: then the encoder is loaded, and what was learned from the flow's examples is
 * fetched, or learned behind the scenes. Until that is done, and where the encoder cannot run, there is none and rules read alone.
 */
public final class ChoiceProposers implements ReadingDocument.Proposals, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChoiceProposers.class);

    private final boolean enabled;
    private final LearnedChoicesStore store;
    /** Of each flow that of the edition asked for last: an author saves often, and each holds some 40 MiB. */
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    private @Nullable OnnxSentenceEncoder encoder;
    private boolean missing;

    /** `proposer`: null while it is being learned. */
    private record Made(String fingerprint, @Nullable ChoiceProposer proposer) {
        boolean isOf(Flow flow) {
            return fingerprint.equals(flow.fingerprint());
        }
    }

    /** Proposers by the settings; says in the log where rules will read alone. */
    public ChoiceProposers(EncoderSettings settings) {
        this.enabled = settings.enabled() && isSupported();
        this.store = new LearnedChoicesStore(settings.cache());
    }

    private static boolean isSupported() {
        boolean supported = NativePlatform.isSupported();
        if (!supported) {
            LOG.warn(
                    "Choices are read by rules alone: the sentence encoder has no native library for {} on {}{}",
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    " (nor for Linux with musl)");
        }
        return supported;
    }

    /** The proposer of a flow if it is ready; asking makes it ready. */
    public Optional<ChoiceProposer> ready(Flow flow) {
        return kept(flow).or(() -> {
            if (hasExamples(flow) && begins(flow)) {
                encoder()
                        .ifPresent(loaded -> Thread.ofPlatform()
                                .daemon()
                                .name("learns-" + flow.id())
                                .start(() -> learned(flow, loaded)));
            }
            return Optional.empty();
        });
    }

    /** Notes that an edition is learned from now on; false where it is already. */
    private boolean begins(Flow flow) {
        Made begun = new Made(flow.fingerprint(), null);
        return made.compute(flow.id(), (_, last) -> last != null && last.isOf(flow) ? last : begun) == begun;
    }

    /** What is made already, or was learned from the very same examples before. */
    private Optional<ChoiceProposer> kept(Flow flow) {
        Made known = made.get(flow.id());
        if (known != null && known.isOf(flow) && known.proposer() != null) {
            return Optional.of(known.proposer());
        }
        return enabled && !flow.utterances().isEmpty()
                ? encoder()
                        .flatMap(loaded -> store.find(flow.id(), ChoiceLearner.hash(flow, loaded))
                                .map(learned -> keep(flow, () -> new ChoiceProposer(flow, learned, loaded))))
                : Optional.empty();
    }

    /** Made once for an edition; the one of an edition before is forgotten. */
    private @Nullable ChoiceProposer keep(Flow flow, Supplier<ChoiceProposer> fresh) {
        return made.compute(
                        flow.id(),
                        (_, last) -> last != null && last.isOf(flow) && last.proposer() != null
                                ? last
                                : new Made(flow.fingerprint(), fresh.get()))
                .proposer();
    }

    private boolean hasExamples(Flow flow) {
        return enabled && !ExampleLines.of(flow).facts().isEmpty();
    }

    /** What a message seems to state: what its reading proposes, with what the examples propose where that is ready. */
    @Override
    public List<ProposedAnswer> propose(Flow flow, String text, Reading reading, ReadingContext context) {
        return ready(flow)
                .map(proposer -> proposer.propose(text, reading, context))
                .orElse(reading.proposed());
    }

    /** The proposer of a flow, learned now if need be, which takes half a minute; empty where the encoder cannot run. */
    public Optional<ChoiceProposer> learned(Flow flow) {
        return kept(flow)
                .or(() -> hasExamples(flow) ? encoder().map(loaded -> learned(flow, loaded)) : Optional.empty());
    }

    private ChoiceProposer learned(Flow flow, SentenceEncoder loaded) {
        LOG.info("Learning from the examples of flow {}; until then choices are read by rules alone", flow.id());
        LearnedChoices learned = ChoiceLearner.learn(flow, loaded);
        store.keep(flow.id(), learned);
        ChoiceProposer proposer = new ChoiceProposer(flow, learned, loaded);
        // Who saved again meanwhile is not given back what was learned before.
        made.compute(
                flow.id(),
                (_, last) -> last == null || last.isOf(flow) ? new Made(flow.fingerprint(), proposer) : last);
        return proposer;
    }

    private synchronized Optional<OnnxSentenceEncoder> encoder() {
        if (encoder == null && !missing && enabled) {
            try {
                encoder = OnnxSentenceEncoder.load();
            } catch (EncoderMissingException e) {
                missing = true;
                LOG.warn("Choices are read by rules alone: the sentence encoder does not run here: {}", e.getMessage());
            }
        }
        return Optional.ofNullable(encoder);
    }

    @Override
    public synchronized void close() {
        if (encoder != null) {
            encoder.close();
            encoder = null;
            missing = true;
        }
    }
}
