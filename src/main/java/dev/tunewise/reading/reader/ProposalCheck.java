package dev.tunewise.reading.reader;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FactValueParser;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.reading.result.ExtractedAnswer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of what a language model proposes only what can stand: a fact of the flow that has no answer, a value of its type within its bounds,
 * an entry of its catalogue, and words that are in the message. Nothing else about the model is trusted.
 */
public record ProposalCheck(Flow flow, NameCatalogue names) {
    private static final int MOST = 8;
    private static final int LONGEST_QUOTE = 300;

    /**
     * What somebody claims to have read.
     *
     * @param value the value as JSON holds it: string, number, boolean, list of strings, or null
     */
    public record Claim(String fact, @Nullable Object value, String quote) {}

    /** The claims that can stand, at most one for a fact and eight in all. */
    public List<ExtractedAnswer> check(String text, List<Claim> claims, Answers answers) {
        List<ExtractedAnswer> reads = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Claim claim : claims) {
            Optional<Fact> fact = flow.facts().stream()
                    .filter(one -> one.id().equals(claim.fact()))
                    .findFirst();
            if (reads.size() < MOST && fact.isPresent() && !answers.knows(claim.fact()) && seen.add(claim.fact())) {
                read(text, fact.get(), claim).ifPresent(reads::add);
            }
        }
        return reads;
    }

    private Optional<ExtractedAnswer> read(String text, Fact fact, Claim claim) {
        String quote = claim.quote().strip();
        int start = quote.isEmpty() || quote.length() > LONGEST_QUOTE ? -1 : text.indexOf(quote);
        Optional<Value> value = start < 0 ? Optional.empty() : value(fact, claim.value());
        return value.map(one -> new ExtractedAnswer(fact.id(), one, quote, start, start + quote.length(), false));
    }

    private Optional<Value> value(Fact fact, @Nullable Object raw) {
        String catalogue = fact.catalogue();
        if (catalogue != null && raw instanceof String name) {
            return names.resolve(catalogue, name.substring(0, Math.min(80, name.length())))
                            instanceof NameCatalogue.Found(NameCatalogue.Entry entry)
                    ? Optional.of(new Value.Choice(entry.id()))
                    : Optional.empty();
        }
        Object plain = raw instanceof String text && fact.type() != FactType.CHOICE ? written(fact, text) : raw;
        return FactValueParser.of(fact, plain, _ -> false) instanceof FactValueParser.Good(Value value)
                ? Optional.of(value)
                : Optional.empty();
    }

    /** Models write numbers and booleans as text too. */
    private static @Nullable Object written(Fact fact, String text) {
        if (fact.type() == FactType.YES_NO) {
            return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes")
                    ? Boolean.TRUE
                    : text.equalsIgnoreCase("false") || text.equalsIgnoreCase("no") ? Boolean.FALSE : null;
        }
        return FactValueParser.parse(fact, text, _ -> false)
                        instanceof FactValueParser.Good(Value.Quantity(var value, var _, var _))
                ? value
                : text;
    }
}
