package dev.tunewise.conversation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the thread has seen: the part of the state that cannot be taken back.
 *
 * @param items posts that follow the state, by key, oldest first
 * @param misses how often in a row an answer to a fact could not be read
 * @param people who took part, in order of appearance
 * @param said the answer that was given and still stands, or null
 * @param edition fingerprint of the flow that the latest posts were made with; empty at first
 */
record Shown(
        Map<String, Item> items,
        Map<String, Integer> misses,
        List<Author> people,
        @Nullable Said said,
        String edition) {
    Shown {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        misses = Map.copyOf(misses);
        people = List.copyOf(people);
    }

    static final Shown NOTHING = new Shown(Map.of(), Map.of(), List.of(), null, "");

    /** A post whose look follows the state. */
    sealed interface Item {}

    /**
     * A card with questions.
     *
     * @param facts what it asks for
     * @param open whether it still asks
     */
    record Card(List<String> facts, boolean open) implements Item {
        Card {
            facts = List.copyOf(facts);
        }
    }

    /** What was read from the message of an entry. */
    record Read(List<String> facts, long entry) implements Item {
        Read {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Something that the thread has to decide; the facts have a doubt of that entry until it has.
     *
     * @param outcomes what was decided, by fact; it stays as it was then, whatever changes later
     */
    record Matter(List<String> facts, long entry, Map<String, Held> outcomes) implements Item {
        Matter {
            facts = List.copyOf(facts);
            outcomes = Map.copyOf(outcomes);
        }

        Matter decided(String fact, Held outcome) {
            Map<String, Held> more = new LinkedHashMap<>(outcomes);
            more.put(fact, outcome);
            return new Matter(facts, entry, more);
        }
    }

    /**
     * The answer that was given.
     *
     * @param rule id of the rule that decided
     * @param verdict id of the verdict
     * @param headline the sentence that was shown
     */
    record Said(String rule, String verdict, String headline) {}

    Shown withItem(String key, Item item) {
        Map<String, Item> more = new LinkedHashMap<>(items);
        more.put(key, item);
        return new Shown(more, misses, people, said, edition);
    }

    /** The thread decided what was open about a fact since an entry. */
    Shown decided(String fact, long entry, Held outcome) {
        Shown after = this;
        for (Map.Entry<String, Item> item : items.entrySet()) {
            if (item.getValue() instanceof Matter matter
                    && matter.entry() == entry
                    && matter.facts().contains(fact)) {
                after = after.withItem(item.getKey(), matter.decided(fact, outcome));
            }
        }
        return after;
    }

    Shown missed(String fact) {
        Map<String, Integer> more = new LinkedHashMap<>(misses);
        more.merge(fact, 1, Integer::sum);
        return new Shown(items, more, people, said, edition);
    }

    Shown understood(String fact) {
        if (!misses.containsKey(fact)) {
            return this;
        }
        Map<String, Integer> fewer = new LinkedHashMap<>(misses);
        fewer.remove(fact);
        return new Shown(items, fewer, people, said, edition);
    }

    Shown saying(@Nullable Said answer) {
        return new Shown(items, misses, people, answer, edition);
    }

    Shown following(String fingerprint) {
        return new Shown(items, misses, people, said, fingerprint);
    }

    Shown joinedBy(Author author) {
        if (people.stream().anyMatch(person -> person.id().equals(author.id()))) {
            return this;
        }
        List<Author> more = new ArrayList<>(people);
        more.add(author);
        return new Shown(items, misses, more, said, edition);
    }
}
