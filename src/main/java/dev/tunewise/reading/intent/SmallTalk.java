package dev.tunewise.reading.intent;

import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.text.WordSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells small talk: greetings, thanks, laughter, farewells and words that ask for patience, where they fill the whole message. */
public final class SmallTalk {
    private static final int LONGEST = 8;
    private static final Set<String> HELLO =
            WordSet.of("hi hello hey hiya morning greetings howdy yo hallo moin servus heya good sup");
    private static final Set<String> GREETING = WordSet.of(WordSet.named("small talk: greeting"));
    private static final Set<String> THANK = WordSet.of("thanks thank thx cheers ty merci danke");
    private static final Set<String> THANKS = WordSet.of(WordSet.named("small talk: thanks"));
    private static final Set<String> LAUGH = WordSet.of("haha hahaha hahahaha lol lolol rofl lmao hehe heh");
    private static final Set<String> LAUGHTER = WordSet.of(WordSet.named("small talk: laughter"));
    private static final Set<String> BYE = WordSet.of("bye goodbye cya ciao byebye");
    private static final Set<String> FAREWELL = WordSet.of(WordSet.named("small talk: farewell"));

    private static final Set<String> HOLD =
            WordSet.of("wait hold moment minute second sec check ask back brb thinking think look talk find");
    private static final Set<String> WAITING = WordSet.of(WordSet.named("small talk: waiting"));

    private static final Set<String> ACKNOWLEDGING = WordSet.of(
            "ok okay cool nice alright aha i see got it makes sense understood interesting noted then so well fine good great perfect sure");

    public static Set<String> words() {
        Set<String> words = new HashSet<>(GREETING);
        words.addAll(THANKS);
        words.addAll(LAUGHTER);
        words.addAll(FAREWELL);
        words.addAll(WAITING);
        return words;
    }

    public static Optional<Intent> in(TokenSequence line) {
        List<String> words = new ArrayList<>();
        for (AnnotatedToken item : line.items()) {
            if (item.kind == AnnotatedToken.Kind.WORD) {
                words.add(item.word);
            } else if (item.kind == AnnotatedToken.Kind.AMOUNT || item.kind == AnnotatedToken.Kind.NAME) {
                return Optional.empty();
            }
        }
        return words.isEmpty() || words.size() > LONGEST
                ? Optional.empty()
                : kind(words).map(Intent.SmallTalk::new);
    }

    private static Optional<Intent.SmallTalk.Kind> kind(List<String> words) {
        String first = words.getFirst();
        boolean onlyGood = first.equals("good") && words.size() == 1;
        if (HELLO.contains(first) && !onlyGood && GREETING.containsAll(words)) {
            return Optional.of(Intent.SmallTalk.Kind.GREETING);
        }
        boolean thanks = words.stream().anyMatch(THANK::contains);
        boolean kind = words.stream().allMatch(word -> THANKS.contains(word) || LAUGHTER.contains(word));
        if (thanks && (kind || FAREWELL.containsAll(words))) {
            return Optional.of(Intent.SmallTalk.Kind.THANKS);
        }
        if (words.stream().anyMatch(LAUGH::contains) && LAUGHTER.containsAll(words)) {
            return Optional.of(Intent.SmallTalk.Kind.LAUGHTER);
        }
        if (words.stream().anyMatch(HOLD::contains) && WAITING.containsAll(words)) {
            return Optional.of(Intent.SmallTalk.Kind.WAITING);
        }
        if (ACKNOWLEDGING.containsAll(words)) {
            return Optional.of(Intent.SmallTalk.Kind.ACKNOWLEDGED);
        }
        boolean leaves = BYE.contains(first) || (first.equals("see") && words.size() > 1);
        return leaves && FAREWELL.containsAll(words) ? Optional.of(Intent.SmallTalk.Kind.FAREWELL) : Optional.empty();
    }
}
