package dev.tunewise.reading.intent;

import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.text.RemovalPhrases;
import dev.tunewise.reading.text.WordSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Orders to take an answer back: "forget the volume", "the volume, forget that one". Of "5000 a day, forget that" it is read
 * which is meant, and items of lists are taken out where they are read.
 */
final class RetractionMatcher {
    static final String COMMAND = "remove";
    private static final Set<String> TAKING = WordSet.of("forget scrap drop remove delete scratch strike");
    private static final Set<String> THAT = WordSet.of("that this it one again about please");
    private static final Set<String> BEFORE = WordSet.of("the my our that about answer answers on to for of");
    private static final Set<String> BEHIND = WordSet.of("thing part figure number answer again");
    private static final int LONGEST_NAME = 4;

    /** What a sentence takes back; an order without a fact where that stands before it, in what is read or by its name. */
    static Optional<Intent.Command> in(CommandMatcher facts, TokenSequence line, int start, int last) {
        int back = last - 1;
        while (back > start && THAT.contains(line.word(back))) {
            back--;
        }
        boolean behind = back > start
                && back < last - 1
                && TAKING.contains(line.word(back))
                && line.items().get(back - 1).isBoundary();
        if (behind) {
            return Optional.of(facts.named(line, start, back)
                    .filter(fact -> !facts.isList(fact))
                    .map(fact -> new Intent.Command(COMMAND, Map.of("named", fact)))
                    .orElse(new Intent.Command(COMMAND, Map.of())));
        }
        int at = start;
        while (at < last && (line.items().get(at).isBoundary() || RemovalPhrases.leads(line.word(at), at - start))) {
            at++;
        }
        boolean taken = TAKING.contains(line.word(at++));
        while (at < last && BEFORE.contains(line.word(at))) {
            at++;
        }
        last = said(line, at, last);
        int end = last - 1 > at && BEHIND.contains(line.word(last - 1)) ? last - 1 : last;
        int name = at;
        return taken && end > name && end - name <= LONGEST_NAME
                ? facts.named(line, name, end)
                        .filter(fact -> !facts.isList(fact) && facts.isName(line, name, end))
                        .map(fact -> new Intent.Command(COMMAND, Map.of("fact", fact)))
                : Optional.empty();
    }

    /** Where the order ends: "…, we do not know how many we get" only gives its reason, "…, it is 9000 a day" says something else. */
    private static int said(TokenSequence line, int from, int last) {
        int end = Math.min(from, last);
        while (end < last && !line.items().get(end).isBoundary()) {
            end++;
        }
        boolean figures = line.items().subList(end, last).stream().anyMatch(item -> item.amount != null);
        return figures ? last : end;
    }
}
