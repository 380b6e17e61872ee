package dev.tunewise.advice.counterfactual;

import dev.tunewise.advice.result.Counterfactuals;
import dev.tunewise.flow.Fact;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A search for what would change the advice in which several threads may take part: each takes the next fact until none is left. */
public final class SharedSearch {
    private final List<Fact> facts;
    private final Supplier<Optional<CounterfactualSearch>> searches;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean complete = new AtomicBoolean(true);
    private final AtomicReferenceArray<List<PlausibilityOrder.Ranked>> found;

    /** `searches`: makes a search for one thread; empty where nothing is decided that could change. */
    public SharedSearch(List<Fact> facts, Supplier<Optional<CounterfactualSearch>> searches) {
        this.facts = facts;
        this.searches = searches;
        found = new AtomicReferenceArray<>(facts.size());
    }

    /** Works until no fact is left to take. */
    public void takePart() {
        if (next.get() < facts.size()) {
            searches.get().ifPresent(this::search);
        }
    }

    /** Searches on another thread while something else is worked out here, and takes part in what is left of it then. */
    public <T> T beside(Supplier<T> work) {
        CompletableFuture<Void> other = CompletableFuture.runAsync(this::takePart);
        T done = work.get();
        takePart();
        try {
            other.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
        return done;
    }

    private void search(CounterfactualSearch search) {
        for (int at = next.getAndIncrement(); at < facts.size(); at = next.getAndIncrement()) {
            found.set(at, search.flips(facts.get(at)));
        }
        if (!search.complete()) {
            complete.set(false);
        }
    }

    /** All flips, the nearest first; once all who took part are done. */
    public Counterfactuals found() {
        return new Counterfactuals(
                PlausibilityOrder.inOrder(IntStream.range(0, facts.size())
                        .mapToObj(found::get)
                        .filter(Objects::nonNull)
                        .flatMap(List::stream)
                        .toList()),
                complete.get());
    }
}
