package dev.tunewise.price.name;

import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.ModelKind;
import dev.tunewise.price.offer.RetiredModel;
import dev.tunewise.price.offer.SizeClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the model that a name stands for: ids, ids of other vendors' routes, names people use, and small misspellings. */
public final class ModelNames {
    private static final int MOST_OFFERED = 8;
    private static final int NEAREST = 3;
    /** Words a person may leave out without meaning another model. */
    private static final Set<String> FAMILIES =
            Set.of("claude", "gpt", "gemini", "llama", "nova", "mistral", "grok", "qwen", "deepseek", "command", "oss");

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Model> byId = new LinkedHashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, RetiredModel> gone = new HashMap<>();
    private final Set<String> vocabulary = new HashSet<>();

    private record Entry(Model model, Set<String> words) {}

    private record Query(Set<String> words, Set<String> sellers) {}

    public ModelNames(List<Model> models, Map<String, String> aliases, List<RetiredModel> goneModels) {
        aliases.forEach((name, id) -> this.aliases.put(key(ModelNameTokens.of(name)), id));
        goneModels.forEach(model -> gone.put(key(ModelNameTokens.of(model.name())), model));
        for (Model model : models) {
            byId.put(model.id(), model);
            Set<Set<String>> ways = new LinkedHashSet<>();
            ways.add(words(model.id()));
            ways.add(words(model.name()));
            for (Set<String> words : ways) {
                entries.add(new Entry(model, words));
                vocabulary.addAll(words);
            }
        }
    }

    private static Set<String> words(String name) {
        Set<String> words = new HashSet<>(ModelNameTokens.of(name));
        words.removeIf(RouteWords.SELLERS::containsKey);
        return words;
    }

    public ModelLookup find(String name, LocalDate day) {
        Model exact = byId.get(name.strip().toLowerCase(Locale.ROOT));
        if (exact != null) {
            return new ModelLookup.Found(exact, List.of());
        }
        List<String> said = ModelNameTokens.of(
                        name.replace("vertex_ai", "vertex").replace("_ai", ""))
                .stream()
                .map(this::spelled)
                .toList();
        Query query = query(said);
        if (query.words().isEmpty()) {
            return new ModelLookup.Unknown(null, List.of(), "");
        }
        RetiredModel past = gone.get(key(query.words()));
        if (past != null) {
            return new ModelLookup.Unknown(
                    past.sizeClass(), successors(past.provider(), past.sizeClass(), day), past.text());
        }
        List<Model> all = candidates(query);
        List<Model> alive = all.stream().filter(model -> !model.isShutDown(day)).toList();
        List<Model> models = all.size() > 1 && !alive.isEmpty() ? alive : all;
        Optional<Model> alias = alias(query);
        if (alias.isPresent()) {
            Model meant = alias.get();
            return new ModelLookup.Found(
                    meant, models.stream().filter(other -> !other.equals(meant)).toList());
        }
        if (models.size() == 1 && !isFamilyAlone(query.words(), models.getFirst())) {
            return new ModelLookup.Found(models.getFirst(), List.of());
        }
        if (models.isEmpty()) {
            return new ModelLookup.Unknown(SizeClass.guess(said).orElse(null), nearest(query, day), "");
        }
        return new ModelLookup.Ambiguous(
                models.stream().sorted(currentFirst(day)).limit(MOST_OFFERED).toList());
    }

    /** "Our Qwen" is hardly the one hosted Qwen of the catalogue: whoever names a family may well run another of it. */
    private boolean isFamilyAlone(Set<String> words, Model model) {
        return FAMILIES.containsAll(words)
                && entries.stream()
                        .noneMatch(entry ->
                                entry.model().equals(model) && entry.words().equals(words));
    }

    private static Query query(List<String> said) {
        Set<String> words = new HashSet<>();
        Set<String> sellers = new HashSet<>();
        for (String word : said) {
            for (String part : word.matches("[a-z]+(\\.[a-z]+)+") ? word.split("\\.") : new String[] {word}) {
                if (RouteWords.SELLERS.containsKey(part)) {
                    sellers.add(RouteWords.SELLERS.get(part));
                } else if (!RouteWords.ROUTES.contains(part)) {
                    words.add(part);
                }
            }
        }
        return new Query(words, sellers);
    }

    /** Models whose name holds all the words; only exact ones where there are any; only those of a seller that was named. */
    private List<Model> candidates(Query query) {
        List<Entry> holding = entries.stream()
                .filter(entry -> entry.words().containsAll(query.words()))
                .toList();
        if (holding.isEmpty()) {
            Set<String> known = new HashSet<>(query.words());
            boolean strange = known.removeIf(word -> !vocabulary.contains(word) && !word.matches(".*\\d.*"));
            return strange && !known.isEmpty() ? models(exact(entries, known)) : List.of();
        }
        List<Entry> exact = exact(holding, query.words());
        List<Entry> kept = ofSellers(exact.isEmpty() ? holding : exact, query.sellers());
        return models(kept);
    }

    private static List<Model> models(List<Entry> entries) {
        return entries.stream().map(Entry::model).distinct().toList();
    }

    private static List<Entry> exact(List<Entry> among, Set<String> words) {
        return among.stream()
                .filter(entry -> {
                    Set<String> rest = new HashSet<>(entry.words());
                    rest.removeAll(words);
                    rest.removeAll(FAMILIES);
                    return rest.isEmpty() && entry.words().containsAll(words);
                })
                .toList();
    }

    private static List<Entry> ofSellers(List<Entry> among, Set<String> sellers) {
        List<Entry> sold = among.stream()
                .filter(entry -> sellers.contains(entry.model().provider()))
                .toList();
        return sold.isEmpty() ? among : sold;
    }

    private Optional<Model> alias(Query query) {
        Set<String> bare = new HashSet<>(query.words());
        bare.removeAll(FAMILIES);
        return Optional.ofNullable(aliases.get(key(bare.isEmpty() ? query.words() : bare)))
                .map(byId::get);
    }

    /** Current chat models of a size class, of the same vendor where it has one; of one that sells none itself, open ones. */
    public List<Model> successors(String provider, SizeClass size, LocalDate day) {
        boolean sells =
                byId.values().stream().anyMatch(model -> model.provider().equals(provider));
        List<Model> current = byId.values().stream()
                .filter(model -> model.kind() == ModelKind.CHAT && model.current() && model.sizeClass() == size)
                .filter(model -> !model.isShutDown(day) && (sells || model.openWeights()))
                .sorted(currentFirst(day))
                .toList();
        List<Model> own = current.stream()
                .filter(model -> model.provider().equals(provider))
                .toList();
        return (own.isEmpty() ? current : own).stream().limit(NEAREST).toList();
    }

    /** Models that share a word with a name, numbers aside: "2" alone makes no model similar. */
    private List<Model> nearest(Query query, LocalDate day) {
        Map<Model, Long> shared = new HashMap<>();
        for (Entry entry : entries) {
            boolean alike =
                    entry.model().kind() == ModelKind.CHAT || query.words().contains("embedding");
            long common = !alike || Collections.disjoint(entry.words(), named(query.words()))
                    ? 0
                    : entry.words().stream().filter(query.words()::contains).count();
            if (common > 0) {
                shared.merge(entry.model(), common, Math::max);
            }
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Model, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey, currentFirst(day)))
                .limit(NEAREST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<String> named(Set<String> words) {
        return words.stream().filter(word -> !word.matches("[\\d.]+")).collect(Collectors.toSet());
    }

    private static Comparator<Model> currentFirst(LocalDate day) {
        return Comparator.<Model, Boolean>comparing(model -> model.isShutDown(day))
                .thenComparing(model -> !model.current())
                .thenComparing(Model::id, Comparator.reverseOrder());
    }

    /** A word, or where it is misspelled the only known word close to it. */
    private String spelled(String word) {
        if (word.length() < 4
                || !word.matches("[a-z]+")
                || vocabulary.contains(word)
                || RouteWords.SELLERS.containsKey(word)) {
            return word;
        }
        int most = word.length() > 6 ? 2 : 1;
        List<String> close = vocabulary.stream()
                .filter(known -> known.length() >= 4 && known.matches("[a-z]+"))
                .filter(known -> Suggestion.distance(word, known) <= most)
                .toList();
        return close.size() == 1 ? close.getFirst() : word;
    }

    private static String key(Collection<String> words) {
        return String.join(" ", new TreeSet<>(words));
    }
}
