package dev.tunewise.reading;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Given;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.ValueText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes answers that do not say what they answer: "about 50k", "yes", "only 120", "sorry, 5k not 50k". Only the context tells. */
final class BareAnswers {
    private static final int MOST_STRANGE_WORDS = 4;
    private static final Set<Cue.Kind> UNREAL = EnumSet.of(
            Cue.Kind.QUESTION, Cue.Kind.HYPOTHESIS, Cue.Kind.FUTURE, Cue.Kind.PAST, Cue.Kind.OTHERS, Cue.Kind.NEGATION);
    private static final Set<String> YES = Set.of(
            "yes",
            "yep",
            "yeah",
            "yup",
            "ya",
            "sure",
            "definitely",
            "correct",
            "right",
            "affirmative",
            "absolutely",
            "exactly",
            "indeed",
            "true",
            "y",
            "aye",
            "certainly",
            "totally");
    private static final Set<String> NO =
            Set.of("no", "nope", "nah", "negative", "never", "none", "nobody", "false", "n", "nay", "neither");
    private static final Set<String> NONE = Set.of("none", "nothing", "no", "nope", "neither", "nada", "zero");
    private static final Set<String> ALL = Set.of("all", "everything", "both");
    private static final Set<String> RETRACTING = Set.of(
            "i meant",
            "make that",
            "make it",
            "scratch that",
            "correction",
            "typo",
            "my mistake",
            "should be",
            "should read",
            "should say",
            "should have been",
            "i was wrong",
            "strike that",
            "no wait",
            "wait no",
            "change that to",
            "change it to",
            "let me correct",
            "i mean",
            "misspoke",
            "mistyped");

    private final Flow flow;
    private final Sighting seen;
    private final Context context;
    private final Resolver.Settled settled;
    private final Line line;

    BareAnswers(Flow flow, Sighting seen, Context context, Resolver.Settled settled) {
        this.flow = flow;
        this.seen = seen;
        this.context = context;
        this.settled = settled;
        line = seen.line();
    }

    void take() {
        onlySoMany();
        List<Integer> amounts = free();
        if (amounts.size() == 2) {
            notButSo(amounts.get(0), amounts.get(1));
        }
        if (amounts.size() == 1 && free().size() == 1) {
            int amount = amounts.getFirst();
            if (!retracts(amount)) {
                openQuantity(amount);
            }
        }
        openWord();
    }

    private Set<Cue.Kind> cues(int item) {
        Set<Cue.Kind> kinds = EnumSet.noneOf(Cue.Kind.class);
        for (Cue cue : seen.cues().get(item)) {
            if (item >= cue.from() && item < cue.to() && !seen.lifted().contains(cue.kind())) {
                kinds.add(cue.kind());
            }
        }
        return kinds;
    }

    /** Amounts that no pattern took. */
    private List<Integer> free() {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Amount amount = line.items().get(i).amount;
            if (amount != null && amount.kind() != Amount.Kind.OTHER && !settled.used.get(i)) {
                free.add(i);
            }
        }
        return free;
    }

    private void put(Fact fact, Quantities.Outcome outcome, int item, boolean correction) {
        Span span = seen.span(item, item + 1);
        String quote = span.of(seen.typed());
        settled.used.set(item);
        switch (outcome) {
            case Quantities.Fits(Value.Quantity value) -> {
                settled.asks.remove(fact.id());
                settled.reads.put(fact.id(), new Read(fact.id(), value, quote, span.start(), span.end(), correction));
            }
            case Quantities.Unclear(AskBack.Reason reason, List<AskBack.Option> options) ->
                settled.asks.put(fact.id(), new AskBack(fact.id(), reason, options, quote));
        }
    }

    private boolean isSettled(Fact fact) {
        return settled.reads.containsKey(fact.id()) || settled.asks.containsKey(fact.id());
    }

    /** "we don't have 500 examples, only 120": what was denied is said anew, without its noun. */
    private void onlySoMany() {
        for (Candidate denied : seen.candidates()) {
            Fact fact = denied.meaning().fact();
            Set<Cue.Kind> blocked = denied.match().captured() < 0 ? Set.of() : denied.blockedBy(seen.lifted());
            boolean asked = blocked.equals(EnumSet.of(Cue.Kind.QUESTION)) && isAnsweredNo(denied.match());
            boolean negated = (asked || blocked.equals(EnumSet.of(Cue.Kind.NEGATION)))
                    && !denied.meaning().has(PatternText.Flag.ASK)
                    && !isSettled(fact);
            if (negated) {
                following(denied, fact)
                        .ifPresent(item -> Quantities.bare(fact, line, item)
                                .ifPresent(outcome -> put(fact, outcome, item, false)));
            }
        }
    }

    private boolean isReal(int item) {
        Set<Cue.Kind> turned = cues(item);
        // "no, 120": the no is for the question
        boolean no = line.word(item - 1).equals("no") || line.word(item - 2).equals("no");
        return turned.stream().noneMatch(kind -> UNREAL.contains(kind) && !(no && kind == Cue.Kind.NEGATION));
    }

    /** "500 examples? no, 120". */
    private boolean isAnsweredNo(Match match) {
        int mark = match.end();
        return mark < line.size()
                && line.items().get(mark).word.equals("?")
                && line.word(mark + 1).equals("no");
    }

    private Optional<Integer> following(Candidate denied, Fact fact) {
        Set<String> nouns = new HashSet<>(Set.of(
                "of", "them", "so", "right", "for", "now", "yet", "today", "verified", "labelled", "labeled", "good"));
        for (int i = denied.match().start(); i < denied.match().end(); i++) {
            nouns.add(line.word(i));
        }
        boolean turned = false;
        for (int i = denied.match().end(); i < line.size() && i < denied.match().end() + 12; i++) {
            Item item = line.items().get(i);
            turned |= Set.of("only", "just", "but", "rather", "more", "closer", "about")
                            .contains(item.word)
                    || item.word.equals(",");
            if (item.kind == Item.Kind.AMOUNT) {
                boolean plain = !settled.used.get(i) && Quantities.isOf(fact, line, i, Shape.As.SAID);
                boolean ends = line.endsClause(i + 1) || nouns.contains(line.word(i + 1));
                return turned && plain && ends && cues(i).stream().noneMatch(UNREAL::contains)
                        ? Optional.of(i)
                        : Optional.empty();
            }
            boolean passes = item.isBoundary()
                    ? !item.word.equals("?")
                    : Fillers.contains(item.word)
                            || nouns.contains(item.word)
                            || item.word.equals("but")
                            || item.word.equals("rather")
                            || item.word.equals("closer");
            if (!passes) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "5k not 50k", "not 50k but 5k": the fact is the one that has the denied value now. */
    private void notButSo(int first, int second) {
        boolean denied = cues(second).contains(Cue.Kind.NEGATION) || isOver(second);
        boolean deniedFirst = cues(first).contains(Cue.Kind.NEGATION);
        if (denied == deniedFirst || second - first > 5) {
            return;
        }
        int old = denied ? second : first;
        int now = denied ? first : second;
        List<Fact> facts = havingValue(old);
        if (facts.size() != 1) {
            facts = openQuantities(now);
        }
        if (facts.size() == 1 && strange() <= MOST_STRANGE_WORDS) {
            Fact fact = facts.getFirst();
            Quantities.bare(fact, line, now).ifPresent(outcome -> put(fact, outcome, now, true));
            settled.used.set(old);
        }
    }

    private boolean isOver(int item) {
        return line.word(item - 1).equals("of") && line.word(item - 2).equals("instead")
                || line.word(item - 1).equals("than") && line.word(item - 2).equals("rather");
    }

    private List<Fact> havingValue(int item) {
        List<Fact> having = new ArrayList<>();
        for (Map.Entry<String, Given> answer : context.answers().all().entrySet()) {
            Optional<Fact> fact = flow.fact(answer.getKey()).filter(known -> known.type() == FactType.QUANTITY);
            if (fact.isPresent()
                    && answer.getValue().value() instanceof Value.Quantity held
                    && Quantities.bare(fact.get(), line, item).orElse(null)
                            instanceof Quantities.Fits(Value.Quantity said)
                    && said.value().compareTo(held.value()) == 0) {
                having.add(fact.get());
            }
        }
        return having;
    }

    /** "I meant 300": about the number that was given last. */
    private boolean retracts(int amount) {
        boolean clear = RETRACTING.stream().anyMatch(this::says);
        boolean cue = clear || cues(amount).contains(Cue.Kind.CORRECTION);
        if (!cue || strange() > MOST_STRANGE_WORDS || cues(amount).stream().anyMatch(UNREAL::contains)) {
            return false;
        }
        Optional<Fact> last = Optional.empty();
        for (Map.Entry<String, Given> answer : context.answers().all().entrySet()) {
            Optional<Fact> fact = flow.fact(answer.getKey());
            boolean takes = fact.isPresent()
                    && fact.get().type() == FactType.QUANTITY
                    && !answer.getValue().assumed()
                    && Quantities.bare(fact.get(), line, amount).isPresent();
            last = takes ? fact : last;
        }
        if (last.isEmpty()) {
            return false;
        }
        Fact fact = last.get();
        Optional<Quantities.Outcome> outcome = Quantities.bare(fact, line, amount);
        boolean sure = clear || openQuantities(amount).isEmpty();
        if (outcome.isPresent() && sure) {
            put(fact, outcome.get(), amount, true);
            return true;
        }
        return false;
    }

    private boolean says(String phrase) {
        String[] words = phrase.split(" ");
        for (int i = 0; i + words.length <= line.size(); i++) {
            boolean all = true;
            for (int w = 0; w < words.length && all; w++) {
                all = line.word(i + w).equals(words[w]);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private List<Fact> openQuantities(int amount) {
        return context.open().stream()
                .flatMap(id -> flow.fact(id).stream())
                .filter(fact -> fact.type() == FactType.QUANTITY)
                .filter(fact -> Quantities.bare(fact, line, amount).isPresent())
                .toList();
    }

    /** "about 50k" to the open question; with many other words it is asked back rather than taken. */
    private void openQuantity(int item) {
        List<Fact> open =
                openQuantities(item).stream().filter(fact -> !isSettled(fact)).toList();
        Set<Cue.Kind> turned = cues(item);
        if (open.isEmpty() || turned.stream().anyMatch(UNREAL::contains)) {
            return;
        }
        Fact fact = open.getFirst();
        Optional<Quantities.Outcome> outcome = Quantities.bare(fact, line, item);
        int strange = strange(fact);
        if (outcome.isEmpty() || strange > MOST_STRANGE_WORDS || isCounting(item, fact)) {
            return;
        }
        if (strange == 0 && open.size() == 1) {
            put(fact, outcome.get(), item, cues(item).contains(Cue.Kind.CORRECTION));
        } else if (outcome.get() instanceof Quantities.Fits(Value.Quantity value)) {
            String quote = seen.span(item, item + 1).of(seen.typed());
            settled.asks.put(
                    fact.id(),
                    new AskBack(
                            fact.id(),
                            AskBack.Reason.UNSURE,
                            List.of(Findings.option(fact, value, flow.texts())),
                            quote));
            settled.used.set(item);
        }
    }

    /** Whether a noun that is not the fact's follows the number: "200 engineers". */
    private boolean isCounting(int item, Fact fact) {
        String next = line.endsClause(item + 1) ? "" : line.word(item + 1);
        return !next.isEmpty() && !Fillers.contains(next) && !nouns(fact).contains(next);
    }

    private int strange() {
        return strange(null);
    }

    private int strange(@org.jspecify.annotations.Nullable Fact fact) {
        Set<String> nouns = fact == null ? Set.of() : nouns(fact);
        int strange = 0;
        for (int i = 0; i < line.size(); i++) {
            Item item = line.items().get(i);
            boolean known = item.kind != Item.Kind.WORD || Fillers.contains(item.word) || nouns.contains(item.word);
            strange += known ? 0 : 1;
        }
        return strange;
    }

    private Set<String> nouns(Fact fact) {
        Set<String> nouns = new HashSet<>();
        String label = flow.texts().find("facts." + fact.id() + ".label").orElse("");
        String unit = fact.unit() == null ? "" : fact.unit().noun();
        for (String word : (fact.id().replace('_', ' ') + " " + label + " " + unit)
                .toLowerCase(Locale.ROOT)
                .split("[^a-z]+")) {
            nouns.add(word);
        }
        return nouns;
    }

    /** "yes", "none of them", "all": to the one open question of that kind. */
    private void openWord() {
        List<Fact> open = context.open().stream()
                .flatMap(id -> flow.fact(id).stream())
                .filter(fact -> !isSettled(fact))
                .toList();
        int first = firstWord();
        if (open.isEmpty() || first < 0 || line.items().getLast().word.equals("?")) {
            return;
        }
        String word = line.word(first);
        List<Fact> yesNo =
                open.stream().filter(fact -> fact.type() == FactType.YES_NO).toList();
        Fact asked = open.getFirst();
        if (yesNo.size() == 1 && asked.type() == FactType.YES_NO) {
            yesOrNo(asked, first).ifPresent(yes -> say(asked, new Value.YesNo(yes), first));
        } else if (asked.type() == FactType.CHOICES && isWhole(first)) {
            if (NONE.contains(word)) {
                say(asked, new Value.Choices(List.of()), first);
            } else if (ALL.contains(word)) {
                say(asked, new Value.Choices(asked.choices()), first);
            }
        }
    }

    private int firstWord() {
        for (int i = 0; i < line.size(); i++) {
            String word = line.word(i);
            boolean lead = Set.of(
                            "well",
                            "hmm",
                            "hm",
                            "um",
                            "uh",
                            "oh",
                            "ah",
                            "so",
                            "i",
                            "think",
                            "guess",
                            "ok",
                            "okay",
                            "honestly")
                    .contains(word);
            if (line.items().get(i).kind == Item.Kind.WORD && !lead) {
                return i;
            }
        }
        return -1;
    }

    private Optional<Boolean> yesOrNo(Fact fact, int first) {
        String word = line.word(first);
        String next = line.word(first + 1);
        boolean alone = line.endsClause(first + 1)
                || line.items().get(first + 1).kind == Item.Kind.BOUNDARY
                || Set.of(
                                "we",
                                "it",
                                "they",
                                "there",
                                "i",
                                "but",
                                "sir",
                                "thanks",
                                "please",
                                "not",
                                "of",
                                "definitely",
                                "that",
                                "indeed")
                        .contains(next);
        if (YES.contains(word) && alone && !next.equals("not") && !says("yes and no") && !says("not sure")) {
            return Optional.of(true);
        }
        if (NO.contains(word)
                && alone
                && !next.equals("of")
                && !says("no idea")
                && !says("no clue")
                && !says("no problem")) {
            return Optional.of(false);
        }
        if (word.equals("not") && (next.equals("yet") || next.equals("really") || next.equals("at")) && isShort()) {
            return Optional.of(false);
        }
        boolean weDo = Set.of("we", "it", "they", "there", "i").contains(word)
                && Set.of("do", "does", "is", "have", "has", "will").contains(next)
                && isShort();
        return weDo ? Optional.of(!line.word(first + 2).equals("not")) : Optional.empty();
    }

    private boolean isShort() {
        return line.items().stream().filter(item -> item.kind == Item.Kind.WORD).count() <= 4;
    }

    private boolean isWhole(int first) {
        for (int i = first + 1; i < line.size(); i++) {
            if (line.items().get(i).kind == Item.Kind.WORD
                    && !Set.of(
                                    "of", "them", "these", "those", "the", "above", "yet", "really", "three", "so",
                                    "far", "at", "all")
                            .contains(line.word(i))) {
                return false;
            }
        }
        return true;
    }

    private void say(Fact fact, Value value, int item) {
        Span span = seen.span(item, item + 1);
        settled.used.set(item);
        settled.reads.put(
                fact.id(), new Read(fact.id(), value, span.of(seen.typed()), span.start(), span.end(), false));
    }

    /** The value in words, for options. */
    static String words(Flow flow, Fact fact, Value value) {
        return ValueText.format(fact, value, flow.texts());
    }
}
