package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.cue.Cue;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Span;
import dev.tunewise.reading.text.FillerWords;
import dev.tunewise.reading.text.WordSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Takes what an answer names of the list that is asked: by its items ("instructions, examples and a schema"), by their places ("the first two"),
 * all or none of them, or all but some ("everything except examples"). What patterns read of the list stays.
 */
public record ListAnswer(ResolutionContext desk, Fact fact) {
    private static final Pattern NONE = WordSet.pattern("list answer: none");
    private static final Pattern ALL = WordSet.pattern("list answer: all");
    private static final Pattern BUT = WordSet.pattern("list answer: but");
    private static final Pattern PLACES = WordSet.pattern("list answer: places");
    private static final Pattern RUN = WordSet.pattern("list answer: run");
    private static final Map<String, Long> ORDER = WordSet.numbers(WordSet.named("list answer: order"));
    private static final Set<String> JOINS = WordSet.of("and or plus with also then n");
    private static final Set<String> DENIALS = WordSet.of("no not without never nor neither except but yet");
    private static final int MANY = 40;
    private static final Set<Cue.Kind> UNREAL =
            EnumSet.of(Cue.Kind.QUESTION, Cue.Kind.INDIRECT, Cue.Kind.HYPOTHESIS, Cue.Kind.FUTURE, Cue.Kind.OTHERS);
    private static final Set<Cue.Kind> LACKING = EnumSet.of(Cue.Kind.NEGATION, Cue.Kind.DENIED, Cue.Kind.WISH);
    /** The flow's list of facts that tell what is wrong, which say themselves that something lacks: "missing tools, data may not leave". */
    private static final String TROUBLES = "troubles";
    /** A choice as the card words it, whole between what parts the items of a list. */
    private static final String COPIED =
            "(?is).*(?:^|[-,;.:+\\n]\\s*|\\b(?:and|plus|also|well|say|far) )\\Q%s\\E\\s*(?:$|[-,;.+\\n]|\\b(?:and|plus|i) ).*";

    public static void take(ResolutionContext desk) {
        desk.open().stream()
                .filter(fact -> !desk.line.asks() && fact.type() == FactType.CHOICES)
                .forEach(fact -> new ListAnswer(desk, fact).take());
    }

    private void take() {
        ExtractedAnswer read = desk.settled.reads.get(fact.id());
        Set<String> chosen = new LinkedHashSet<>();
        if (read != null && read.value() instanceof Value.Choices(List<String> some)) {
            chosen.addAll(some);
        }
        List<Integer> named = named();
        String said = said();
        if (read == null && desk.open().getFirst().equals(fact) && points(said, chosen)) {
            put(chosen, 0, desk.line.size());
            return;
        }
        int before = chosen.size();
        named.forEach(item -> choices(item).forEach(chosen::add));
        copied().forEach(chosen::add);
        if (chosen.size() > before) {
            put(
                    chosen,
                    named.isEmpty() ? 0 : named.getFirst(),
                    named.isEmpty() ? desk.line.size() : named.getLast() + 1);
        }
    }

    private void put(Set<String> chosen, int from, int to) {
        desk.settled.used.set(from, to);
        Span span = desk.seen.span(from, to);
        desk.settled.read(
                fact,
                new Value.Choices(
                        fact.choices().stream().filter(chosen::contains).toList()),
                span,
                false);
    }

    /** Whether a message points at the list without an item's name; adds what it means to those chosen. */
    private boolean points(String said, Set<String> chosen) {
        if (NONE.matcher(said).matches()) {
            return true;
        }
        Matcher but = BUT.matcher(said);
        if (but.matches()) {
            Set<String> left = new LinkedHashSet<>(places(but.group("rest")));
            IntStream.range(0, desk.line.size()).forEach(item -> left.addAll(choices(item)));
            fact.choices().stream().filter(choice -> !left.contains(choice)).forEach(chosen::add);
            return !left.isEmpty();
        }
        boolean all = ALL.matcher(said).matches();
        boolean both = said.contains("both") && fact.choices().size() != 2;
        chosen.addAll(all && !both ? fact.choices() : places(said));
        return !chosen.isEmpty();
    }

    /** "The first two", "the first and the last". */
    private List<String> places(String said) {
        int size = fact.choices().size();
        Matcher run = RUN.matcher(said);
        if (run.matches()) {
            int count = Math.min(size, Integer.parseInt(run.group("count")));
            return run.group("end").equals("last")
                    ? fact.choices().subList(size - count, size)
                    : fact.choices().subList(0, count);
        }
        return !PLACES.matcher(said).matches()
                ? List.of()
                : Pattern.compile(" ")
                        .splitAsStream(said)
                        .flatMap(word -> Optional.ofNullable(ORDER.get(word)).stream())
                        .map(place -> place == 0 ? size : Math.toIntExact(place))
                        .filter(place -> place <= size)
                        .map(place -> fact.choices().get(place - 1))
                        .toList();
    }

    /** The words of the message, whole numbers among them. */
    private String said() {
        return desk.line.items().stream()
                .map(item ->
                        item.amount == null ? item.word : item.amount.value().toPlainString())
                .filter(word -> word.matches("[\\w']+"))
                .collect(Collectors.joining(" "));
    }

    /** The choices that a word names which is no answer to another question. */
    private List<String> choices(int item) {
        boolean other = desk.flow.facts().stream()
                .anyMatch(each -> each.type() == FactType.CHOICE
                        && each.topic().equals(fact.topic())
                        && each.choices().contains(desk.line.word(item)));
        return fact.choices().stream()
                .filter(choice -> !other)
                .filter(choice -> desk.seen.is(choice, item))
                .toList();
    }

    /** Choices as the card words them. */
    private List<String> copied() {
        return fact.choices().stream()
                .filter(choice -> desk.flow
                        .texts()
                        .find("facts." + fact.id() + ".choices." + choice)
                        .filter(label ->
                                label.contains(" ") && desk.seen.typed().matches(String.format(COPIED, label)))
                        .isPresent())
                .toList();
    }

    private List<Integer> named() {
        List<Integer> named = new ArrayList<>();
        for (int i = 0; i < desk.line.size(); i++) {
            if (!isTold(i) && !choices(i).isEmpty() && isItem(i)) {
                named.add(i);
            }
        }
        return named;
    }

    /** Whether what a word is part of tells another fact: "examples and a JSON schema" in the prompt are nothing that is wrong. */
    private boolean isTold(int item) {
        int at = desk.line.items().get(item).start;
        return desk.settled.reads.values().stream()
                .filter(read -> !read.fact().equals(fact.id()))
                .anyMatch(read ->
                        read.start() <= at && at < read.start() + read.quote().length());
    }

    /** Whether a word stands as an item of a list: nothing beside it but what may be said of such an item. */
    private boolean isItem(int item) {
        int from = item;
        while (from > 0 && !parts(from) && !desk.line.items().get(from - 1).isBoundary() && !joins(from - 1)) {
            from--;
        }
        int to = item + 1;
        while (to < desk.line.size() && !parts(to) && !desk.line.items().get(to).isBoundary() && !joins(to)) {
            to++;
        }
        boolean plain = IntStream.range(from, to).allMatch(this::isPlain)
                && !new OpenAnswer(desk.line, new PatternMatch(from, to, -1, (1L << (to - from)) - 1)).isCell();
        boolean troubles = desk.seen.usual().list(TROUBLES).contains(fact.id());
        Set<Cue.Kind> cues = desk.cues(item);
        return plain && Collections.disjoint(cues, UNREAL) && (troubles || Collections.disjoint(cues, LACKING));
    }

    private boolean parts(int item) {
        return desk.line.items().get(item).apart;
    }

    private boolean joins(int item) {
        return JOINS.contains(desk.line.word(item));
    }

    private boolean isPlain(int item) {
        AnnotatedToken token = desk.line.items().get(item);
        if (token.kind != AnnotatedToken.Kind.WORD) {
            return token.amount != null
                    && token.amount.rate() == null
                    && token.amount.value().intValue() <= MANY;
        }
        return !DENIALS.contains(token.word)
                && (FillerWords.contains(token.word)
                        || !choices(item).isEmpty()
                        || desk.seen.usual().list("listed").contains(token.word));
    }
}
