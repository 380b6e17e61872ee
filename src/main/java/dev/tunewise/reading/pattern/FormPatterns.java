package dev.tunewise.reading.pattern;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Texts;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.format.FactValueFormatter;
import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.Tokenizer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The patterns that every fact has without being listed: "stage: production", "labels = verified", and a lone name for a catalogue. */
final class FormPatterns {
    private static final int LONGEST_LABEL = 4;

    /** Patterns by key, for one fact. */
    static Map<String, List<String>> of(Fact fact, Texts texts) {
        Map<String, List<String>> patterns = new LinkedHashMap<>();
        String heads = heads(fact, texts);
        switch (fact.type()) {
            case QUANTITY -> {
                String value = " (is|are|of)? <bare> (percent|tokens|examples|items)? $";
                // "volume is 40k" does not say of what time, "calls per day: 40k" does
                boolean timed = fact.measures(Unit.Kind.PER_DAY);
                patterns.put(
                        fact.id(),
                        timed
                                ? List.of("^ " + words(fact.id()) + value, "+ask ^ " + heads + value)
                                : List.of("^ " + heads + value));
            }
            case YES_NO -> {
                patterns.put(fact.id() + ".yes", List.of("^ " + heads + " is? (yes|true|yep) $"));
                patterns.put(fact.id() + ".no", List.of("^ " + heads + " is? (no|false|nope|none|nobody) $"));
            }
            case CHOICE, CHOICES -> {
                if (fact.catalogue() != null) {
                    patterns.put(fact.id(), List.of("<name>", "^ " + heads + " is? <name>"));
                }
                for (String choice : fact.choices()) {
                    String said = choiceWords(fact, choice, texts);
                    if (said != null) {
                        patterns.put(
                                fact.id() + "." + choice,
                                List.of("^ " + heads + " (is|are)? " + said + " $", "+open ^ " + said + " $"));
                    }
                }
            }
        }
        return patterns;
    }

    private static String heads(Fact fact, Texts texts) {
        Set<String> heads = new LinkedHashSet<>();
        heads.add(words(fact.id()));
        texts.find("facts." + fact.id() + ".label").map(FormPatterns::words).ifPresent(heads::add);
        return "(" + heads.stream().filter(head -> !head.isBlank()).collect(Collectors.joining("|")) + ")";
    }

    private static @Nullable String choiceWords(Fact fact, String choice, Texts texts) {
        Set<String> said = new LinkedHashSet<>();
        said.add(words(choice));
        String label = words(FactValueFormatter.label(fact, choice, texts));
        if (label.split(" ").length <= LONGEST_LABEL) {
            said.add(label);
        }
        String joined = said.stream().filter(way -> !way.isBlank()).collect(Collectors.joining("|"));
        return joined.isEmpty() ? null : "(" + joined + ")";
    }

    /** The words of an id or label, as a pattern takes them. */
    private static String words(String text) {
        return Tokenizer.of(text.replace('_', ' ')).stream()
                .filter(Token::isWord)
                .map(Token::text)
                .collect(Collectors.joining(" "));
    }
}
