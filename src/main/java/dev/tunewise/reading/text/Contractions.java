package dev.tunewise.reading.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Writes short forms out, so that patterns need one form only: "don't" and "dont" are "do not", "it's" is "it is". */
final class Contractions {
    private static final Map<String, List<String>> WHOLE = whole();
    private static final Map<String, String> ENDINGS =
            Map.of("'re", "are", "'ve", "have", "'ll", "will", "'m", "am", "'d", "would");
    /** Words after which `'s` is a verb rather than a genitive. */
    private static final Set<String> BEFORE_IS = WordSet.set("contractions: before is");

    private static Map<String, List<String>> whole() {
        Map<String, List<String>> whole = new HashMap<>();
        for (String verb : "do does did is are was were has have had would should could must need".split(" ")) {
            whole.put(verb + "n't", List.of(verb, "not"));
            whole.put(verb + "nt", List.of(verb, "not"));
            whole.put(verb + "'nt", List.of(verb, "not"));
            whole.put(verb + "not", List.of(verb, "not"));
        }
        whole.remove("neednt");
        WordSet.table(WordSet.named("contractions: others"))
                .forEach((form, words) -> whole.put(form, List.of(words.split(" "))));
        return Map.copyOf(whole);
    }

    /** Words before which "its" was meant to be "it's": nothing is owned that begins so. */
    private static final Set<String> AFTER_ITS = WordSet.set("contractions: after its");

    /** The words that a word in lower case stands for; a genitive loses its ending. `next`: the word behind it, looked up only where it matters. */
    static List<String> expand(String word, Supplier<String> next) {
        if (word.equals("its") && AFTER_ITS.contains(next.get())) {
            return List.of("it", "is");
        }
        List<String> whole = WHOLE.get(word);
        if (whole != null) {
            return whole;
        }
        int apostrophe = word.lastIndexOf('\'');
        if (apostrophe <= 0) {
            return List.of(word);
        }
        String stem = word.substring(0, apostrophe);
        String ending = word.substring(apostrophe);
        String verb = ENDINGS.get(ending);
        if (verb != null) {
            return List.of(stem, verb);
        }
        if (ending.equals("'s")) {
            return BEFORE_IS.contains(stem) ? List.of(stem, "is") : List.of(stem);
        }
        return List.of(word.replace("'", ""));
    }
}
