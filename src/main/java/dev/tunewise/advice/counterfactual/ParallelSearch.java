package dev.tunewise.advice.counterfactual;

import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.advice.result.Counterfactuals;
import dev.tunewise.advice.result.Outlook;
import dev.tunewise.flow.Fact;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A search for what would change the advice that looks at a fact when it is asked for; where all are asked for, two threads share them: each takes the
 * next fact until none is left. Safe for several threads.
 */
public final class ParallelSearch implements Outlook {
    private final List<Fact> facts;
    private final Supplier<Optional<CounterfactualSearch>> searches;
    private final Predicate<Counterfactual> told;
    private final Set<String> tried;
    private final AtomicReferenceArray<@Nullable List<PlausibilityOrder.Ranked>> found;
    /** One turn asks for several facts, one after the other; a search holds much, and answers are remembered for long after their turn. */
    private WeakReference<CounterfactualSearch> own = new WeakReference<>(null);

    private volatile boolean cut;
    private @Nullable Counterfactuals all;

    /**
     * A search.
     *
     * @param searches makes a search for one thread; empty where nothing is decided that could change
     * @param told which of the flips are told
     * @param tried facts of which other values are tried: those that have one
     */
    public ParallelSearch(
            List<Fact> facts,
            Supplier<Optional<CounterfactualSearch>> searches,
            Predicate<Counterfactual> told,
            Set<String> tried) {
        this.tried = Set.copyOf(tried);
        this.facts = facts;
        this.searches = searches;
        this.told = told;
        found = new AtomicReferenceArray<>(facts.size());
    }

    @Override
    public List<Counterfactual> flips() {
        return found().flips();
    }

    @Override
    public boolean complete() {
        return found().complete();
    }

    @Override
    public Set<String> tried() {
        return tried;
    }

    @Override
    public synchronized List<Counterfactual> of(String fact) {
        return all != null
                ? all.of(fact)
                : places(fact)
                        .mapToObj(at -> own().map(search -> looked(search, at)).orElse(List.of()))
                        .flatMap(flips -> PlausibilityOrder.inOrder(flips).stream())
                        .filter(told)
                        .toList();
    }

    @Override
    public synchronized List<Counterfactual> near(String fact) {
        boolean far = all == null
                && places(fact)
                        .allMatch(at -> found.get(at) == null
                                && own().filter(search -> search.isFar(facts.get(at)))
                                        .isPresent());
        return far ? List.of() : Outlook.super.near(fact);
    }

    private IntStream places(String fact) {
        return IntStream.range(0, facts.size()).filter(at -> facts.get(at).id().equals(fact));
    }

    @Override
    public synchronized boolean matters(String fact) {
        return all != null
                ? !all.of(fact).isEmpty()
                : places(fact)
                        .anyMatch(at -> found.get(at) != null
                                ? !of(fact).isEmpty()
                                : own().filter(search -> search.turns(facts.get(at), told))
                                        .isPresent());
    }

    /** All flips, the nearest first. */
    public synchronized Counterfactuals found() {
        if (all == null) {
            own().ifPresent(this::share);
            List<PlausibilityOrder.Ranked> every = IntStream.range(0, facts.size())
                    .mapToObj(found::get)
                    .filter(Objects::nonNull)
                    .flatMap(List::stream)
                    .toList();
            all = new Counterfactuals(
                    PlausibilityOrder.inOrder(every).stream().filter(told).toList(), !cut, tried);
        }
        return all;
    }

    private void share(CounterfactualSearch here) {
        AtomicInteger next = new AtomicInteger();
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> searches.get().ifPresent(search -> takePart(search, next)));
        takePart(here, next);
        try {
            other.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void takePart(CounterfactualSearch search, AtomicInteger next) {
        for (int at = next.getAndIncrement(); at < facts.size(); at = next.getAndIncrement()) {
            looked(search, at);
        }
    }

    private List<PlausibilityOrder.Ranked> looked(CounterfactualSearch search, int at) {
        List<PlausibilityOrder.Ranked> known = found.get(at);
        if (known == null) {
            known = search.flips(facts.get(at));
            found.set(at, known);
            if (!search.complete()) {
                cut = true;
            }
        }
        return known;
    }

    private Optional<CounterfactualSearch> own() {
        Optional<CounterfactualSearch> known = Optional.ofNullable(own.get()).or(searches);
        known.ifPresent(search -> own = new WeakReference<>(search));
        return known;
    }
}
