package dev.tunewise.advice.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the values of a case into texts. What is filled in is never read again. */
record SlotText(StatedCase said) {
    private static final Pattern SLOT =
            Pattern.compile("\\{(?:=([^{}]+)|([a-z][a-z0-9_]*)(\\.number|\\.sign|\\.currency)?)}");
    /** Of an amount of money, its first decimal that has no second: “$1.5”, and not “$1.5 million”. */
    private static final Pattern TENTH =
            Pattern.compile("([$€£]\\d[\\d,]*\\.\\d)(?![\\d.]|\\s?(?:million|billion|[kKMB]\\b))");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}{“0-9])");

    /** The text with all its values, without what it says of other matter than the case's; empty where one is not known or it begins so. */
    Optional<String> whole(String text) {
        return said.own(said.ways(text)).flatMap(this::filled);
    }

    private Optional<String> filled(String text) {
        Matcher slot = SLOT.matcher(text);
        StringBuilder filled = new StringBuilder();
        Set<String> signs = new LinkedHashSet<>();
        while (slot.find()) {
            Optional<String> value = slot.group(1) != null
                    ? said.sum(slot.group(1))
                    : ".sign".equals(slot.group(3)) || ".currency".equals(slot.group(3))
                            ? said.sign(slot.group(2))
                            : said.written(slot.group(2), slot.group(3) != null);
            if (".sign".equals(slot.group(3))) {
                value.filter(sign -> !sign.isEmpty()).ifPresent(signs::add);
            }
            // Amounts of two currencies make no sum, and one told without a sign is in that of the others; `.currency`
            // is for a text that sets them side by side.
            if (value.isEmpty() || signs.size() > 1) {
                return Optional.empty();
            }
            slot.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(TENTH.matcher(slot.appendTail(filled)).replaceAll("$10"));
    }

    /** The first of the texts all of whose values are known; else of the last the sentences whose values are. */
    String first(List<String> texts) {
        for (String text : texts) {
            Optional<String> filled = whole(text);
            if (filled.isPresent()) {
                return filled.get();
            }
        }
        return texts.isEmpty() ? "" : sentences(texts.getLast());
    }

    /** The sentences of a text whose values are known. */
    String sentences(String text) {
        List<String> kept = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(text)) {
            whole(sentence).ifPresent(kept::add);
        }
        return String.join(" ", kept);
    }

    static Set<String> named(String text) {
        Set<String> named = new LinkedHashSet<>();
        SLOT.matcher(text).results().forEach(slot -> named.add(slot.group(slot.group(1) == null ? 2 : 1)));
        return named;
    }
}
