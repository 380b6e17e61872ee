package dev.tunewise.conversation.dialogue;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.result.ExtractedAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads yes, no, neither and "the first" as replies to what waits for a decision. */
public record PendingReply(Messages wording) {
    private static final List<String> PLACES = List.of("reply-first", "reply-second", "reply-third");

    public sealed interface Decision {
        /** Facts that get a value. */
        record Takes(Map<String, Value> values) implements Decision {}

        /** Facts whose readings or proposals are refused. */
        record Drops(List<String> facts) implements Decision {}

        /** The reply leaves open which reading is meant. */
        record Unclear() implements Decision {}
    }

    /**
     * What a text decides of what waits.
     *
     * @param text as typed
     * @param author who typed it
     * @param asksYesNo whether the open question itself takes yes and no, so that these are its answers
     * @return empty where nothing waits, or the text is no such reply
     */
    public Optional<Decision> read(String text, ConversationState state, Author author, boolean asksYesNo) {
        String plain = plain(text);
        List<Map.Entry<String, OpenConflict>> waiting = newest(state);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Optional<Decision> side = side(plain, author, waiting.getLast(), state);
        if (side.isPresent()) {
            return side;
        }
        boolean yes = !asksYesNo && says(plain, "reply-yes");
        boolean no = !asksYesNo && says(plain, "reply-no");
        boolean neither = says(plain, "reply-neither");
        if (neither || no) {
            return Optional.of(
                    new Decision.Drops(waiting.stream().map(Map.Entry::getKey).toList()));
        }
        String fact = waiting.getLast().getKey();
        List<Value> options = options(waiting, state);
        if (yes) {
            return Optional.of(
                    waiting.getLast().getValue() instanceof OpenConflict.Proposal || options.size() == 1
                            ? new Decision.Takes(all(waiting))
                            : new Decision.Unclear());
        }
        for (int i = 0; i < PLACES.size(); i++) {
            if (says(plain, PLACES.get(i)) && i < options.size()) {
                return Optional.of(taken(waiting, fact, options.get(i), i));
            }
        }
        return says(plain, "reply-last")
                ? Optional.of(taken(waiting, fact, options.getLast(), waiting.size() - 1))
                : Optional.empty();
    }

    /** Who of two people is right: one by name, or the other one than who types. */
    private Optional<Decision> side(
            String plain, Author author, Map.Entry<String, OpenConflict> doubt, ConversationState state) {
        RecordedAnswer held = state.held().get(doubt.getKey());
        if (held == null || !(doubt.getValue() instanceof OpenConflict.Dispute(Value value, Author by, var _, var _))) {
            return Optional.empty();
        }
        boolean first = isNamed(plain, held.by()) || (author.id().equals(by.id()) && says(plain, "reply-other-side"));
        boolean second = isNamed(plain, by) || (!author.id().equals(by.id()) && says(plain, "reply-other-side"));
        return first == second
                ? Optional.empty()
                : Optional.of(new Decision.Takes(Map.of(doubt.getKey(), first ? held.value() : value)));
    }

    private boolean isNamed(String plain, Author person) {
        String name = plain(person.name());
        return !name.isEmpty()
                && Pattern.matches(wording.plain("reply-side", name + "|" + name.replaceFirst(" .*", "")), plain);
    }

    /** What was heard, or where that is nothing the choice of the open question that "the second" or "the last one" names. */
    public Interpretation placed(Interpretation heard, String text, Optional<Fact> question) {
        List<String> choices = question.map(Fact::choices).orElse(List.of());
        String plain = plain(text);
        int place = IntStream.range(0, PLACES.size())
                .filter(each -> says(plain, PLACES.get(each)))
                .findFirst()
                .orElse(says(plain, "reply-last") ? choices.size() - 1 : choices.size());
        if (question.isEmpty() || !heard.fills().isEmpty() || place < 0 || place >= choices.size()) {
            return heard;
        }
        Value value = question.get().type() == FactType.CHOICES
                ? new Value.Choices(List.of(choices.get(place)))
                : new Value.Choice(choices.get(place));
        return Interpretation.answers(List.of(new ExtractedAnswer(question.get().id(), value, text.strip(), false)));
    }

    /** Whether somebody takes up an offer beside an answer, where nothing else is seen to wait for a yes: what the opening proposes is folded there. */
    public boolean agrees(String text, ConversationState state) {
        return state.doubts().values().stream()
                        .allMatch(doubt -> doubt instanceof OpenConflict.Proposal && doubt.entry() == 0)
                && says(plain(text), "reply-yes");
    }

    /** Whether a text asks for the whole in the words of its button, or points at a place of a list that was never shown. */
    public boolean points(String text) {
        String plain = plain(text);
        return says(plain, "reply-neither")
                || says(plain, "reply-whole")
                || says(plain, "reply-last")
                || PLACES.stream().anyMatch(place -> says(plain, place));
    }

    /** A text without case and marks. */
    public static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}\\s]+", " ").strip();
    }

    private boolean says(String plain, String key) {
        return Pattern.matches(wording.plain(key), plain);
    }

    /** What waits since the newest entry that raised something. */
    private static List<Map.Entry<String, OpenConflict>> newest(ConversationState state) {
        long entry = state.doubts().values().stream()
                .mapToLong(OpenConflict::entry)
                .max()
                .orElse(-1);
        List<Map.Entry<String, OpenConflict>> all = state.doubts().entrySet().stream()
                .filter(doubt -> doubt.getValue().entry() == entry && isPut(doubt.getKey(), entry, state))
                .map(doubt -> Map.entry(doubt.getKey(), doubt.getValue()))
                .toList();
        boolean proposed = !all.isEmpty() && all.getLast().getValue() instanceof OpenConflict.Proposal;
        return proposed
                ? all.stream()
                        .filter(doubt -> doubt.getValue() instanceof OpenConflict.Proposal)
                        .toList()
                : all.isEmpty() ? all : List.of(all.getLast());
    }

    private static boolean isPut(String fact, long entry, ConversationState state) {
        return state.shown().items().values().stream()
                .anyMatch(item -> item instanceof ThreadState.Matter matter
                        && matter.entry() == entry
                        && matter.put().contains(fact));
    }

    /** What "the first" counts: readings of one fact, the two sides of a dispute, or several proposals. */
    private static List<Value> options(List<Map.Entry<String, OpenConflict>> waiting, ConversationState state) {
        Map.Entry<String, OpenConflict> last = waiting.getLast();
        return switch (last.getValue()) {
            case OpenConflict.Readings readings -> readings.readings();
            case OpenConflict.Dispute dispute -> {
                List<Value> sides = new ArrayList<>();
                state.held(last.getKey()).map(RecordedAnswer::value).ifPresent(sides::add);
                sides.add(dispute.value());
                yield sides;
            }
            case OpenConflict.Proposal _ ->
                waiting.stream().map(each -> proposed(each.getValue())).toList();
        };
    }

    private static Value proposed(OpenConflict doubt) {
        return switch (doubt) {
            case OpenConflict.Proposal proposal -> proposal.value();
            case OpenConflict.Dispute dispute -> dispute.value();
            case OpenConflict.Readings readings -> readings.readings().getFirst();
        };
    }

    private static Map<String, Value> all(List<Map.Entry<String, OpenConflict>> waiting) {
        Map<String, Value> values = new LinkedHashMap<>();
        waiting.forEach(each -> values.put(each.getKey(), proposed(each.getValue())));
        return values;
    }

    private static Decision taken(List<Map.Entry<String, OpenConflict>> waiting, String fact, Value value, int place) {
        boolean several = waiting.getLast().getValue() instanceof OpenConflict.Proposal;
        return new Decision.Takes(Map.of(several ? waiting.get(place).getKey() : fact, value));
    }
}
