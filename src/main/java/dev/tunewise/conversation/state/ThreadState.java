package dev.tunewise.conversation.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the thread has seen: the part of the state that cannot be taken back.
 *
 * @param items posts that follow the state, by key, oldest first
 * @param misses how often in a row an answer to a fact could not be read
 * @param said the answer that was given and still stands, or null
 * @param leaning what the answers leaned to last, or null
 * @param decided when answers were given, or null before the first
 * @param reminded whether nobody is reminded of what stalls any more
 * @param edition fingerprint of the flow that the latest posts were made with; empty at first
 */
public record ThreadState(
        Map<String, Item> items,
        Map<String, Integer> misses,
        List<Author> people,
        @Nullable Said said,
        @Nullable Leaning leaning,
        @Nullable Decided decided,
        boolean reminded,
        String edition) {
    private static final Duration FIRST_DAY = Duration.ofDays(1);

    public ThreadState {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        misses = Map.copyOf(misses);
        people = List.copyOf(people);
    }

    static final ThreadState NOTHING = new ThreadState(Map.of(), Map.of(), List.of(), null, null, null, false, "");

    /** A post whose look follows the state. */
    public sealed interface Item {}

    /** A card with questions. */
    public record Card(List<String> facts, boolean open) implements Item {}

    /** What was read from the message of an entry, and what follows from it. */
    public record Read(List<String> facts, long entry) implements Item {}

    /**
     * Something that the thread has to decide; the facts have a doubt of that entry until it has.
     *
     * @param outcomes what was decided, by fact; it stays as it was then, whatever changes later
     */
    public record Matter(List<String> facts, long entry, Map<String, RecordedAnswer> outcomes) implements Item {
        /** So many things are put to a thread at once; the others wait until the question about them comes. */
        public static final int MOST_PUT = 4;

        /** What of it the thread is asked. */
        public List<String> put() {
            return facts.subList(0, Math.min(MOST_PUT, facts.size()));
        }

        public Matter {
            facts = List.copyOf(facts);
            outcomes = Map.copyOf(outcomes);
        }

        Matter decided(String fact, RecordedAnswer outcome) {
            Map<String, RecordedAnswer> more = new LinkedHashMap<>(outcomes);
            more.put(fact, outcome);
            return new Matter(facts, entry, more);
        }
    }

    /** The answer that stands. `card`: the key under which it was given. */
    public record Said(String rule, String verdict, Given given, String card) {}

    /** What the answers lean to. `before`: what they leaned to before that; the same where it is the first. */
    public record Leaning(Change.Leaned now, Change.Leaned before) {}

    /**
     * When answers were given.
     *
     * @param again whether that was after the first day, so that the question was looked at again
     */
    public record Decided(Instant first, Instant last, boolean again) {}

    /** Keys of answers that stand in the thread begin so; the first one is this. */
    public static final String ANSWER = "answer";

    /** The answer that was given last, whether it still stands or not; empty before the first. */
    public String lastAnswer() {
        return items.entrySet().stream()
                .filter(item -> item.getValue() instanceof Given)
                .map(Map.Entry::getKey)
                .reduce("", (_, later) -> later);
    }

    /** The sentences of all answers that were given, oldest first. */
    public List<String> headlines() {
        return items.values().stream()
                .flatMap(item -> item instanceof Given given ? Stream.of(given.headline()) : Stream.empty())
                .toList();
    }

    /** An answer in the thread. `withoutCosts`: the same without any amount of money; may be empty, as `brief`, the same in a few words. */
    public record Given(String headline, String withoutCosts, String brief) implements Item {}

    /** What was read in an entry and what follows from it stands in one place; a plain answer to what was asked stands on its card. */
    ThreadState reading(List<String> read, List<String> taken, Collection<String> asked, long entry) {
        boolean plain = read.size() == 1 && asked.contains(read.getFirst());
        Set<String> facts = new LinkedHashSet<>(plain ? List.of() : read);
        facts.addAll(taken);
        return facts.isEmpty() ? this : withItem("read:" + entry, new Read(List.copyOf(facts), entry));
    }

    ThreadState withItem(String key, Item item) {
        Map<String, Item> more = new LinkedHashMap<>(items);
        more.put(key, item);
        return new ThreadState(more, misses, people, said, leaning, decided, reminded, edition);
    }

    /** The thread decided what was open about a fact since an entry. */
    ThreadState decided(String fact, long entry, RecordedAnswer outcome) {
        ThreadState after = this;
        for (Map.Entry<String, Item> item : items.entrySet()) {
            if (item.getValue() instanceof Matter matter
                    && matter.entry() == entry
                    && matter.facts().contains(fact)) {
                after = after.withItem(item.getKey(), matter.decided(fact, outcome));
            }
        }
        return after;
    }

    ThreadState missed(String fact) {
        Map<String, Integer> more = new LinkedHashMap<>(misses);
        more.merge(fact, 1, Integer::sum);
        return new ThreadState(items, more, people, said, leaning, decided, reminded, edition);
    }

    ThreadState understood(String fact) {
        if (!misses.containsKey(fact)) {
            return this;
        }
        Map<String, Integer> fewer = new LinkedHashMap<>(misses);
        fewer.remove(fact);
        return new ThreadState(items, fewer, people, said, leaning, decided, reminded, edition);
    }

    ThreadState saying(@Nullable Said answer) {
        return new ThreadState(items, misses, people, answer, leaning, decided, reminded, edition);
    }

    ThreadState leaning(Change.Leaned now) {
        Change.Leaned last = leaning == null ? now : leaning.now();
        return new ThreadState(items, misses, people, said, new Leaning(now, last), decided, reminded, edition);
    }

    /** An answer was given, or the one that stands was looked at again. */
    ThreadState decided(Instant at) {
        Instant first = decided == null ? at : decided.first();
        boolean again = (decided != null && decided.again())
                || Duration.between(first, at).compareTo(FIRST_DAY) > 0;
        return new ThreadState(items, misses, people, said, leaning, new Decided(first, at, again), reminded, edition);
    }

    ThreadState reminded(boolean done) {
        return new ThreadState(items, misses, people, said, leaning, decided, done, edition);
    }

    ThreadState following(String fingerprint) {
        return new ThreadState(items, misses, people, said, leaning, decided, reminded, fingerprint);
    }

    ThreadState joinedBy(Author author) {
        if (author.equals(Author.SERVICE)) {
            return this;
        }
        List<Author> more = new ArrayList<>(people);
        more.replaceAll(author::orNamedNow);
        if (more.stream().noneMatch(person -> person.id().equals(author.id()))) {
            more.add(author);
        }
        return new ThreadState(items, misses, more, said, leaning, decided, reminded, edition);
    }
}
