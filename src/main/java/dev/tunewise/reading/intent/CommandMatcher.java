package dev.tunewise.reading.intent;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.PatternGroup;
import dev.tunewise.reading.pattern.PatternIndex;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.PatternMatcher;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.Tokenizer;
import dev.tunewise.reading.text.WordSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds orders: sentences that a command's words fill. Immutable once made and safe for several threads. */
public final class CommandMatcher {
    private static final List<PatternGroup> PATTERNS = PatternGroup.read(CommandMatcher.class, "commands-en.txt");
    /** Commands that may be followed by a word of explanation after a comma. */
    private static final Set<String> EXPLAINED = Set.of("skip", "dont-know", "why", "help", "repeat", "back");

    private static final Set<String> POLITE = WordSet.set("command matcher: polite");
    private static final Set<String> ASKING = Set.of("can", "could", "would", "will", "may");
    private static final Set<String> ASKERS = Set.of("you", "i", "we");
    private static final Set<String> WANTING = Set.of("want", "like", "to");
    private static final Map<String, String> FORMATS = Map.of("json", "json", "md", "md", "markdown", "md");
    private static final Set<String> CHANGING = WordSet.set("command matcher: changing");
    private static final Set<String> IMPATIENT = Set.of("so", "and", "well", "then", "ok", "okay", "now");
    private static final Set<String> YES = Set.of("yes", "sure");
    private static final int LONGEST_CHANGE = 12;
    private static final int TELLING = 5;

    private final PatternIndex<String> index = new PatternIndex<>();
    private final Map<List<String>, String> heads = new HashMap<>();
    private final Set<String> ambiguous = new LinkedHashSet<>();
    private final Map<String, String> single = new HashMap<>();
    private final Set<String> lists = new HashSet<>();

    public CommandMatcher(Flow flow) {
        PATTERNS.forEach(
                group -> group.patterns().forEach(pattern -> index.add(PatternGroup.parsed(pattern), group.heading())));
        flow.facts().forEach(fact -> learn(fact, flow));
        flow.parameters().forEach(parameter -> heads.putIfAbsent(words(parameter.name()), parameter.key()));
    }

    /** Every word of an order. */
    public static Set<String> words() {
        Set<String> words = new HashSet<>(CHANGING);
        words.addAll(POLITE);
        PATTERNS.forEach(group -> group.patterns().forEach(pattern -> words.addAll(List.of(pattern.split("[^a-z]+")))));
        return words;
    }

    private void learn(Fact fact, Flow flow) {
        if (fact.type() == FactType.CHOICES) {
            lists.add(fact.id());
        }
        String label = flow.texts().find("facts." + fact.id() + ".label").orElse("");
        for (String name : List.of(fact.id().replace('_', ' '), label)) {
            List<String> words = words(name);
            if (!words.isEmpty()) {
                heads.putIfAbsent(words, fact.id());
            }
            for (String word : words) {
                String other = word.length() >= TELLING ? single.putIfAbsent(word, fact.id()) : null;
                if (other != null && !other.equals(fact.id())) {
                    ambiguous.add(word);
                }
            }
        }
    }

    private static List<String> words(String name) {
        return Tokenizer.of(name).stream()
                .filter(Token::isWord)
                .map(Token::text)
                .toList();
    }

    /** The first order in a message. */
    public Optional<Intent.Command> in(TokenSequence line) {
        if (isImpatient(line)) {
            return Optional.of(new Intent.Command("what-to-do", Map.of()));
        }
        PatternMatcher matcher = PatternMatcher.ofWords(line);
        int start = 0;
        while (start < line.size()) {
            int end = line.sentenceEnd(start);
            Optional<Intent.Command> order = sentence(line, matcher, start, end);
            if (order.isPresent()) {
                return order;
            }
            start = end;
        }
        return Optional.empty();
    }

    /** "So?", "ok, and?" and nothing else. */
    private static boolean isImpatient(TokenSequence line) {
        return line.size() > 1
                && line.isQuestionMark(line.size() - 1)
                && line.items().stream().allMatch(item -> item.isBoundary() || IMPATIENT.contains(item.word));
    }

    private Optional<Intent.Command> sentence(TokenSequence line, PatternMatcher matcher, int start, int end) {
        int last = end;
        while (last > start
                && (line.items().get(last - 1).isBoundary() || isPolite(line, last - 1) || isYou(line, last - 2))) {
            last--;
        }
        Optional<Intent.Command> away = RetractionMatcher.in(this, line, start, last);
        if (away.isPresent()) {
            return away;
        }
        for (int at = start; at < end && at - start < 8; at++) {
            Optional<Intent.Command> order = first(line, matcher, at, last > at ? last : end);
            if (order.isPresent()) {
                return order;
            }
            boolean passes = line.items().get(at).isBoundary()
                    || isPolite(line, at)
                    || ASKING.contains(line.word(at))
                    || ASKERS.contains(line.word(at)) && ASKING.contains(line.word(at - 1))
                    || at > start && WANTING.contains(line.word(at));
            if (!passes) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isPolite(TokenSequence line, int at) {
        return POLITE.contains(line.word(at)) || line.items().get(at).kind == AnnotatedToken.Kind.FOREIGN;
    }

    private static boolean isYou(TokenSequence line, int at) {
        return line.word(at).equals("thank") && line.word(at + 1).equals("you");
    }

    private Optional<Intent.Command> first(TokenSequence line, PatternMatcher matcher, int at, int last) {
        Optional<Intent.Command> change = change(line, at, last);
        if (change.isPresent()) {
            return change;
        }
        String[] found = {null};
        index.at(line, at, (pattern, name) -> {
            PatternMatch match = matcher.at(pattern, at);
            boolean fills = match != null && match.end() >= last;
            boolean explained = match != null
                    && EXPLAINED.contains(name)
                    && match.end() < line.size()
                    && line.items().get(match.end()).kind == AnnotatedToken.Kind.BOUNDARY;
            // "90 emails. Enough?" asks and stops nothing.
            boolean asked = name.equals("stop") && line.isQuestionMark(line.sentenceEnd(at) - 1);
            if (found[0] == null && !asked && (fills || explained)) {
                found[0] = name;
            }
        });
        if (found[0] == null) {
            return Optional.empty();
        }
        return Optional.of(new Intent.Command(found[0], arguments(found[0], line, at, last)));
    }

    private static Map<String, String> arguments(String name, TokenSequence line, int from, int to) {
        if (name.equals("restart") && YES.contains(line.word(line.sentenceStart(from)))) {
            return Map.of("sure", "yes");
        }
        if (name.equals("export")) {
            for (int i = from; i < to; i++) {
                String format = FORMATS.get(line.word(i));
                if (format != null) {
                    return Map.of("format", format);
                }
            }
        }
        return Map.of();
    }

    /** "change the volume", "edit my answer on examples". */
    private Optional<Intent.Command> change(TokenSequence line, int at, int last) {
        if (!CHANGING.contains(line.word(at)) || last - at > LONGEST_CHANGE) {
            return Optional.empty();
        }
        return named(line, at + 1, last).map(fact -> new Intent.Command("change", Map.of("fact", fact)));
    }

    /** The fact that words name, the longest name first. */
    Optional<String> named(TokenSequence line, int from, int to) {
        for (int length = 4; length > 0; length--) {
            for (int i = from; i + length <= to; i++) {
                List<String> words = words(line, i, length);
                String fact = heads.get(words);
                String one = length == 1 && !ambiguous.contains(words.getFirst()) ? single.get(words.getFirst()) : null;
                if (fact != null || one != null) {
                    return Optional.ofNullable(fact == null ? one : fact);
                }
            }
        }
        return Optional.empty();
    }

    boolean isList(String fact) {
        return lists.contains(fact);
    }

    /** Whether some words are a whole name, or only one. */
    boolean isName(TokenSequence line, int from, int to) {
        return to - from == 1 || heads.containsKey(words(line, from, to - from));
    }

    private static List<String> words(TokenSequence line, int from, int length) {
        return IntStream.range(from, from + length)
                .mapToObj(i -> line.word(i).toLowerCase(Locale.ROOT))
                .toList();
    }
}
