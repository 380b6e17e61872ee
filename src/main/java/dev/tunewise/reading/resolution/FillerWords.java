package dev.tunewise.reading.resolution;

import dev.tunewise.reading.text.WordSet;
import java.util.Set;

/** Words that add nothing to an answer: "about 50k I think, at the moment". */
public final class FillerWords {
    private static final Set<String> WORDS = WordSet.of("""
            about around roughly i think guess believe it is are was be would say maybe probably currently now at the
            moment so well hmm hm um uh yes yeah yep ok okay there we have got get in total or like more less a an of
            them only just that this us approx lol haha tbh honestly actually sorry oh ah and to here today right for
            our you do as far know see me let on average today's imho i'd am sure pretty quite roundabout per day each
            every number answer should not exactly usually typically percent ish give take plus minus ballpark thanks
            please hi hello hey my best estimate out with from still already has been all team guys dollars usd bucks
            tokens wait meant mean make no correction typo
            """);

    private FillerWords() {}

    public static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
