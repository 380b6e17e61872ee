package dev.tunewise.reading;

import dev.tunewise.flow.Flow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds questions to the consultant: prices, meanings, sources, differences; and small talk. Immutable once made. */
final class Inquiries {
    private static final Set<String> PRICE = Set.of(
            "cost",
            "costs",
            "price",
            "prices",
            "pricing",
            "expensive",
            "cheap",
            "priced",
            "charge",
            "charges",
            "rate",
            "rates",
            "much");
    private static final Set<String> DIFFERENCE = Set.of(
            "better",
            "different",
            "difference",
            "significant",
            "significantly",
            "worse",
            "noise",
            "chance",
            "real",
            "really",
            "higher",
            "meaningful",
            "luck",
            "random",
            "improvement");
    private static final Set<String> ARTICLES = Set.of(
            "a",
            "an",
            "the",
            "is",
            "are",
            "was",
            "by",
            "exactly",
            "again",
            "please",
            "actually",
            "even",
            "does",
            "do",
            "you",
            "mean",
            "means",
            "s");
    private static final List<List<String>> MEANING = phrases(
            "what is",
            "what are",
            "what does",
            "what do you mean by",
            "what is meant by",
            "what means",
            "define",
            "explain",
            "meaning of",
            "definition of",
            "what s",
            "can you explain",
            "tell me what is",
            "explain what is");
    private static final List<List<String>> SOURCE = phrases(
            "who says",
            "says who",
            "who said",
            "who claims",
            "where does",
            "where do",
            "where did you get",
            "based on what",
            "according to whom",
            "according to what",
            "according to who",
            "citation",
            "citations",
            "any evidence",
            "prove it",
            "what evidence",
            "how do you know",
            "is that true",
            "says where",
            "what is the source",
            "what is your source",
            "source",
            "sources",
            "reference",
            "references",
            "which article",
            "which source",
            "where is that from",
            "where is this from",
            "what are your sources",
            "what are the sources",
            "do you have a source",
            "got a source");
    private static final Set<String> GREETINGS = Set.of(
            "hi",
            "hello",
            "hey",
            "hiya",
            "morning",
            "good",
            "afternoon",
            "evening",
            "greetings",
            "howdy",
            "yo",
            "there",
            "all",
            "everyone",
            "team",
            "folks",
            "hallo",
            "moin",
            "servus",
            "heya",
            "day",
            "how",
            "are",
            "you",
            "today",
            "bot",
            "tunewise",
            "guys",
            "to",
            "u",
            "sup",
            "welcome");
    private static final Set<String> THANKS = Set.of(
            "thanks",
            "thank",
            "you",
            "thx",
            "ty",
            "cheers",
            "great",
            "perfect",
            "awesome",
            "nice",
            "cool",
            "a",
            "lot",
            "very",
            "much",
            "so",
            "many",
            "good",
            "ok",
            "okay",
            "that",
            "helps",
            "helpful",
            "is",
            "was",
            "this",
            "appreciated",
            "super",
            "merci",
            "danke",
            "brilliant",
            "bot",
            "excellent",
            "all",
            "again",
            "got",
            "it",
            "makes",
            "sense");
    private static final Set<String> LAUGHTER = Set.of(
            "haha",
            "hahaha",
            "hahahaha",
            "lol",
            "rofl",
            "lmao",
            "hehe",
            "heh",
            "ha",
            "xd",
            "funny",
            "good",
            "one",
            "nice",
            "very",
            "that",
            "is",
            "lolol",
            "omg");
    private static final Set<String> FAREWELL = Set.of(
            "bye",
            "goodbye",
            "cya",
            "see",
            "you",
            "later",
            "tomorrow",
            "then",
            "ciao",
            "good",
            "night",
            "take",
            "care",
            "all",
            "byebye",
            "soon",
            "ok",
            "okay",
            "thanks");
    private static final int LONGEST_TERM = 6;
    private static final int LONGEST_TALK = 8;

    private final Map<String, String> terms = new TreeMap<>();

    Inquiries(Flow flow) {
        flow.glossary().keySet().forEach(term -> terms.put(normal(term), term));
    }

    private static List<List<String>> phrases(String... phrases) {
        List<List<String>> all = new ArrayList<>();
        for (String phrase : phrases) {
            all.add(List.of(phrase.split(" ")));
        }
        all.sort((a, b) -> b.size() - a.size());
        return List.copyOf(all);
    }

    /** Every word by which questions are told. */
    static Set<String> words() {
        Set<String> words = new HashSet<>(PRICE);
        words.addAll(DIFFERENCE);
        words.addAll(THANKS);
        words.addAll(GREETINGS);
        words.addAll(FAREWELL);
        MEANING.forEach(words::addAll);
        SOURCE.forEach(words::addAll);
        return words;
    }

    private static String normal(String term) {
        StringBuilder normal = new StringBuilder();
        for (Token token : Tokens.of(term)) {
            if (token.kind() != Token.Kind.MARK) {
                normal.append(normal.isEmpty() ? "" : " ")
                        .append(token.text())
                        .append(token.suffix().toLowerCase(Locale.ROOT));
            }
        }
        return normal.toString();
    }

    /** The first question or small talk in a message. */
    Optional<Intent> in(Sighting seen) {
        Line line = seen.line();
        int start = 0;
        Intent other = null;
        while (start < line.size()) {
            int end = line.sentenceEnd(start);
            Optional<Intent> found = sentence(seen, start, end);
            if (found.isPresent()) {
                return found;
            }
            boolean asked = line.items().get(end - 1).word.equals("?") && end - start > 2;
            if (asked && other == null) {
                other = new Intent.Question(seen.span(start, end).of(seen.typed()));
            }
            start = end;
        }
        return Optional.ofNullable(other).or(() -> talk(line));
    }

    private Optional<Intent> sentence(Sighting seen, int start, int end) {
        boolean asked = seen.cues().get(start).stream().anyMatch(cue -> cue.kind() == Cue.Kind.QUESTION);
        Optional<Intent> difference = asked ? difference(seen.line(), start, end) : Optional.empty();
        return difference
                .or(() -> price(seen, start, end, asked))
                .or(() -> source(seen, start, end))
                .or(() -> meaning(seen, start, end, asked));
    }

    private static Optional<Intent> difference(Line line, int start, int end) {
        List<Amount> shares = new ArrayList<>();
        int items = 0;
        boolean compares = false;
        for (int i = start; i < end; i++) {
            Amount amount = line.items().get(i).amount;
            compares |= DIFFERENCE.contains(line.word(i));
            if (amount == null || amount.isUnclear()) {
                continue;
            }
            boolean share = amount.kind() == Amount.Kind.PERCENT;
            boolean count = amount.isPlainCount();
            if (share) {
                shares.add(amount);
            } else if (count
                    && (line.word(i - 1).equals("on")
                            || line.word(i - 1).equals("of")
                            || line.word(i - 1).equals("with"))) {
                items = Math.max(
                        items,
                        amount.value()
                                .min(java.math.BigDecimal.valueOf(1_000_000_000))
                                .intValue());
            } else if (count
                    && amount.value().doubleValue() <= 100
                    && amount.value().doubleValue() >= 30) {
                shares.add(amount);
            }
        }
        if (!compares || shares.size() != 2) {
            return Optional.empty();
        }
        double one = shares.get(0).value().doubleValue();
        double other = shares.get(1).value().doubleValue();
        return Optional.of(new Intent.Difference(Math.max(one, other), Math.min(one, other), items));
    }

    private static Optional<Intent> price(Sighting seen, int start, int end, boolean asked) {
        Line line = seen.line();
        boolean priced = false;
        boolean amount = false;
        int name = -1;
        for (int i = start; i < end; i++) {
            priced |= PRICE.contains(line.word(i));
            amount |= line.items().get(i).kind == Item.Kind.AMOUNT;
            name = line.items().get(i).kind == Item.Kind.NAME && name < 0 ? i : name;
        }
        boolean opens = PRICE.contains(line.word(start)) || (end - start <= 5 && priced);
        if (!priced || amount || name < 0 || !(asked || opens)) {
            return Optional.empty();
        }
        NameFinder.Mention mention =
                java.util.Objects.requireNonNull(line.items().get(name).name);
        List<String> entries = switch (mention.match()) {
            case Names.Found(Names.Entry entry) -> List.of(entry.id());
            case Names.Ambiguous(List<Names.Entry> several) ->
                several.stream().map(Names.Entry::id).toList();
            case Names.Unknown _ -> List.of();
        };
        return Optional.of(new Intent.PriceOf(
                mention.catalogue(), entries, seen.span(name, name + 1).of(seen.typed())));
    }

    private static Optional<Intent> source(Sighting seen, int start, int end) {
        Line line = seen.line();
        int lead = lead(line, start, end);
        for (List<String> phrase : SOURCE) {
            if (!isPhrase(line, lead, phrase)) {
                continue;
            }
            int from = lead + phrase.size();
            boolean where = phrase.getFirst().equals("where") && phrase.size() == 2;
            int stop = end - (line.items().get(end - 1).isBoundary() ? 1 : 0);
            if (where
                    && !(stop > from
                            && (line.word(stop - 1).equals("from")
                                    || line.word(stop - 2).equals("from")))) {
                continue;
            }
            boolean bare = phrase.size() == 1 && phrase.getFirst().length() > 3;
            if (bare && stop > from && !Set.of("for", "of", "on").contains(line.word(from))) {
                continue;
            }
            String claim = stop > from ? seen.span(from, stop).of(seen.typed()).strip() : "";
            return Optional.of(new Intent.SourceOf(claim));
        }
        return Optional.empty();
    }

    private Optional<Intent> meaning(Sighting seen, int start, int end, boolean asked) {
        Line line = seen.line();
        int lead = lead(line, start, end);
        int stop = end - (line.items().get(end - 1).isBoundary() ? 1 : 0);
        for (List<String> phrase : MEANING) {
            if (isPhrase(line, lead, phrase)) {
                return term(seen, lead + phrase.size(), stop, phrase.getFirst().equals("what"));
            }
        }
        boolean mark = line.items().get(end - 1).word.equals("?");
        if (mark && stop - lead <= LONGEST_TERM && stop > lead) {
            String key = terms.get(words(line, lead, stop));
            return key == null
                    ? Optional.empty()
                    : Optional.of(
                            new Intent.MeaningOf(key, seen.span(lead, stop).of(seen.typed())));
        }
        return Optional.empty();
    }

    private Optional<Intent> term(Sighting seen, int from, int to, boolean asked) {
        Line line = seen.line();
        int first = from;
        int last = to;
        while (first < last && ARTICLES.contains(line.word(first))) {
            first++;
        }
        while (last > first && ARTICLES.contains(line.word(last - 1))) {
            last--;
        }
        if (last <= first || last - first > LONGEST_TERM) {
            return Optional.empty();
        }
        String said = seen.span(first, last).of(seen.typed());
        String words = words(line, first, last);
        String key = terms.getOrDefault(
                words, terms.get(words.endsWith("s") ? words.substring(0, words.length() - 1) : words + "s"));
        if (key != null) {
            return Optional.of(new Intent.MeaningOf(key, said));
        }
        boolean pronoun = Set.of(
                        "that", "this", "it", "your", "our", "best", "my", "next", "we", "wrong", "left", "missing",
                        "new", "up", "you", "there")
                .contains(line.word(first));
        return asked && !pronoun && last - first <= 3 ? Optional.of(new Intent.MeaningOf("", said)) : Optional.empty();
    }

    private static String words(Line line, int from, int to) {
        StringBuilder words = new StringBuilder();
        for (int i = from; i < to; i++) {
            String word = line.word(i);
            if (word.isEmpty()) {
                return "";
            }
            words.append(words.isEmpty() ? "" : " ").append(word);
        }
        return words.toString();
    }

    private static int lead(Line line, int start, int end) {
        int at = start;
        while (at < end - 1
                && (line.items().get(at).isBoundary()
                        || Set.of(
                                        "and",
                                        "so",
                                        "but",
                                        "ok",
                                        "okay",
                                        "hey",
                                        "hi",
                                        "well",
                                        "sorry",
                                        "wait",
                                        "also",
                                        "quick",
                                        "question",
                                        "btw",
                                        "hmm",
                                        "um",
                                        "then",
                                        "please",
                                        "bot",
                                        "tunewise")
                                .contains(line.word(at)))) {
            at++;
        }
        return at;
    }

    private static boolean isPhrase(Line line, int at, List<String> phrase) {
        for (int i = 0; i < phrase.size(); i++) {
            if (!line.word(at + i).equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Small talk fills the whole message. */
    private static Optional<Intent> talk(Line line) {
        List<String> words = new ArrayList<>();
        for (Item item : line.items()) {
            if (item.kind == Item.Kind.WORD) {
                words.add(item.word);
            } else if (item.kind == Item.Kind.AMOUNT || item.kind == Item.Kind.NAME) {
                return Optional.empty();
            }
        }
        if (words.isEmpty() || words.size() > LONGEST_TALK) {
            return Optional.empty();
        }
        String first = words.getFirst();
        if (Set.of(
                                "hi",
                                "hello",
                                "hey",
                                "hiya",
                                "morning",
                                "greetings",
                                "howdy",
                                "yo",
                                "hallo",
                                "moin",
                                "servus",
                                "heya",
                                "good",
                                "sup")
                        .contains(first)
                && GREETINGS.containsAll(words)
                && !(first.equals("good") && words.size() == 1)) {
            return Optional.of(new Intent.SmallTalk(Intent.SmallTalk.Kind.GREETING));
        }
        boolean thanks = words.contains("thanks")
                || words.contains("thank")
                || words.contains("thx")
                || words.contains("cheers")
                || words.contains("ty")
                || words.contains("merci")
                || words.contains("danke");
        if (thanks && (THANKS.containsAll(words) || FAREWELL.containsAll(words))) {
            return Optional.of(new Intent.SmallTalk(Intent.SmallTalk.Kind.THANKS));
        }
        boolean laughs = words.stream()
                .anyMatch(word -> word.startsWith("haha")
                        || word.equals("lol")
                        || word.equals("rofl")
                        || word.equals("lmao")
                        || word.equals("hehe"));
        if (laughs && LAUGHTER.containsAll(words)) {
            return Optional.of(new Intent.SmallTalk(Intent.SmallTalk.Kind.LAUGHTER));
        }
        boolean leaves = Set.of("bye", "goodbye", "cya", "ciao", "byebye").contains(first)
                || (first.equals("see") && words.size() > 1);
        return leaves && FAREWELL.containsAll(words)
                ? Optional.of(new Intent.SmallTalk(Intent.SmallTalk.Kind.FAREWELL))
                : Optional.empty();
    }
}
