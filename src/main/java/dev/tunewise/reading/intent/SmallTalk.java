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
    private static final Set<String> GREETING = WordSet.of("""
            hi hello hey hiya morning good afternoon evening greetings howdy yo there all everyone team folks hallo moin servus heya
            day how are you today bot tunewise guys to u sup welcome
            """);
    private static final Set<String> THANK = WordSet.of("thanks thank thx cheers ty merci danke");
    private static final Set<String> THANKS = WordSet.of("""
            thanks thank you thx ty cheers great perfect awesome nice cool a lot very much so many good ok okay that helps helpful is
            was this appreciated super merci danke brilliant bot excellent all again got it makes sense
            """);
    private static final Set<String> LAUGH = WordSet.of("haha hahaha hahahaha lol lolol rofl lmao hehe heh");
    private static final Set<String> LAUGHTER = WordSet.of("""
            haha hahaha hahahaha lol lolol rofl lmao hehe heh ha xd funny good one nice very that is omg
            """);
    private static final Set<String> BYE = WordSet.of("bye goodbye cya ciao byebye");
    private static final Set<String> FAREWELL = WordSet.of("""
            bye goodbye cya see you later tomorrow then ciao good night take care all byebye soon ok okay thanks
            """);

    private static final Set<String> HOLD =
            WordSet.of("wait hold moment minute second sec check ask back brb thinking think look talk find");
    private static final Set<String> WAITING = WordSet.of("""
            wait hold on one a moment minute minutes second sec just please let me us i we will ll am need have to must should check ask
            my our the colleague colleagues team boss lead people somebody someone get come be back with you on that this it first
            later soon hmm hm um er brb thinking think about would find out around i ve got ill can can't not yet look into at up talk so ok okay and then again there in bit
            """);

    private static final Set<String> ACKNOWLEDGING = WordSet.of(
            "ok okay cool nice alright aha i see got it makes sense understood interesting noted then so well");

    private SmallTalk() {}

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
