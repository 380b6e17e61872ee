package dev.tunewise.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a message says of the numbers behind the figures: of the flow's parameters. They are read like answers; `fact` is then the key of a parameter.
 *
 * @param reads values, at most one for a parameter, in the order of the message
 * @param asks what has to be asked back, at most one for a parameter that was not read
 */
public record Settings(List<Read> reads, List<AskBack> asks) {
    /** Nothing. */
    public static final Settings NONE = new Settings(List.of(), List.of());

    public Settings {
        reads = List.copyOf(reads);
        asks = List.copyOf(asks);
    }

    /** Of several ways in which one parameter was said the first counts. */
    static Settings of(List<Read> reads, List<AskBack> asks) {
        Set<String> known = new LinkedHashSet<>();
        List<Read> first = reads.stream().filter(read -> known.add(read.fact())).toList();
        List<AskBack> open = new ArrayList<>();
        asks.stream().filter(ask -> known.add(ask.fact())).forEach(open::add);
        return new Settings(first, open);
    }

    /** Says whether nothing was said of them. */
    public boolean isEmpty() {
        return reads.isEmpty() && asks.isEmpty();
    }
}
