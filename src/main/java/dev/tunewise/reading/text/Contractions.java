package dev.tunewise.reading.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes short forms out, so that patterns need one form only: "don't" and "dont" are "do not", "it's" is "it is". */
final class Contractions {
    private static final Map<String, List<String>> WHOLE = whole();
    private static final Map<String, String> ENDINGS =
            Map.of("'re", "are", "'ve", "have", "'ll", "will", "'m", "am", "'d", "would");
    /** Words after which `'s` is a verb rather than a genitive. */
    private static final Set<String> BEFORE_IS = WordSet.of("""
            it that what there he she who where how here this everything nothing nobody everyone someone when why
            """);

    private Contractions() {}

    private static Map<String, List<String>> whole() {
        Map<String, List<String>> whole = new HashMap<>();
        for (String verb : "do does did is are was were has have had would should could must need".split(" ")) {
            whole.put(verb + "n't", List.of(verb, "not"));
            whole.put(verb + "nt", List.of(verb, "not"));
            whole.put(verb + "'nt", List.of(verb, "not"));
            whole.put(verb + "not", List.of(verb, "not"));
        }
        whole.remove("neednt");
        for (String form : List.of("can't", "cant", "cannot", "can'nt")) {
            whole.put(form, List.of("can", "not"));
        }
        for (String form : List.of("won't", "wont")) {
            whole.put(form, List.of("will", "not"));
        }
        whole.put("ain't", List.of("is", "not"));
        whole.put("aint", List.of("is", "not"));
        whole.put("let's", List.of("let", "us"));
        whole.put("lets", List.of("let", "us"));
        whole.put("hav", List.of("have"));
        whole.put("adn", List.of("and"));
        whole.put("teh", List.of("the"));
        whole.put("weve", List.of("we", "have"));
        whole.put("theyre", List.of("they", "are"));
        whole.put("ive", List.of("i", "have"));
        whole.put("im", List.of("i", "am"));
        whole.put("thats", List.of("that", "is"));
        whole.put("whats", List.of("what", "is"));
        whole.put("theres", List.of("there", "is"));
        whole.put("gonna", List.of("going", "to"));
        whole.put("wanna", List.of("want", "to"));
        whole.put("gotta", List.of("have", "to"));
        whole.put("fewshot", List.of("few", "shot"));
        whole.put("finetune", List.of("fine", "tune"));
        whole.put("finetuned", List.of("fine", "tuned"));
        whole.put("finetuning", List.of("fine", "tuning"));
        whole.put("heldout", List.of("held", "out"));
        whole.put("onprem", List.of("on", "prem"));
        whole.put("dataset", List.of("data", "set"));
        whole.put("datasets", List.of("data", "sets"));
        whole.put("toks", List.of("tokens"));
        whole.put("tok", List.of("tokens"));
        whole.put("tkns", List.of("tokens"));
        whole.put("sys", List.of("system"));
        whole.put("testset", List.of("test", "set"));
        whole.put("evalset", List.of("eval", "set"));
        return Map.copyOf(whole);
    }

    /** The words that a word in lower case stands for; a genitive loses its ending. */
    static List<String> expand(String word) {
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
