package dev.tunewise.conversation.state;

import dev.tunewise.flow.interview.Answers;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a consultation stands: the fold of its entries along its flow. Immutable; nothing of it is stored.
 *
 * @param mind what the thread has said
 * @param shown what it has seen
 */
public record ConversationState(AnswerState mind, ThreadState shown, long entries) {
    public static final ConversationState NEW = new ConversationState(AnswerState.EMPTY, ThreadState.NOTHING, 0);

    /** The problem in the words of the person who opened the consultation; empty when they gave none. */
    public String title() {
        return mind.title();
    }

    /** The answers that count, by current fact ids, defaults that stand in included; what was left for later is open. */
    public Answers answers() {
        return mind.given().answers();
    }

    /** Facts that were left for later: they are asked again when nothing else is open, and then once. */
    public Set<String> leftForLater() {
        return mind.held().entrySet().stream()
                .filter(entry -> entry.getValue().leftForLater())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The answers, with what is proposed in place of what nobody said, as an assumption that was read from somebody's words. */
    public Answers understood() {
        return mind.given().understood();
    }

    public Map<String, RecordedAnswer> held() {
        return mind.held();
    }

    public Optional<RecordedAnswer> held(String fact) {
        return Optional.ofNullable(mind.held().get(fact));
    }

    /** What the thread has to decide, by fact. */
    public Map<String, OpenConflict> doubts() {
        return mind.doubts();
    }

    /** The fact that is asked although it has a value. */
    public Optional<String> reopened() {
        return Optional.ofNullable(mind.reopened());
    }

    public boolean stopped() {
        return mind.stopped();
    }

    public Map<String, BigDecimal> parameters() {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        mind.parameters().forEach((parameter, tuning) -> values.put(parameter, tuning.value()));
        return values;
    }

    /** Cost parameters set by hand, with all that is known of them. */
    public Map<String, ParameterOverride> tunings() {
        return mind.parameters();
    }

    /** Who took part, in order of appearance. */
    public List<Author> people() {
        return shown.people();
    }

    /** Id of the rule whose answer was given and still stands. */
    public Optional<String> concluded() {
        return Optional.ofNullable(shown.said()).map(ThreadState.Said::rule);
    }

    /** Facts that open cards ask for, the newest card first. */
    public Set<String> asked() {
        Map<String, Boolean> asked = new LinkedHashMap<>();
        shown.items().values().stream().toList().reversed().forEach(item -> {
            if (item instanceof ThreadState.Card(List<String> facts, boolean open) && open) {
                facts.forEach(fact -> asked.put(fact, true));
            }
        });
        return asked.keySet();
    }

    public boolean canUndo() {
        return mind.before() != null;
    }
}
