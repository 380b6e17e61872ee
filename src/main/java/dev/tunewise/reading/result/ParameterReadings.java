package dev.tunewise.reading.result;

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
public record ParameterReadings(List<ExtractedAnswer> reads, List<Clarification> asks) {
    public static final ParameterReadings NONE = new ParameterReadings(List.of(), List.of());

    public boolean isEmpty() {
        return reads.isEmpty() && asks.isEmpty();
    }

    /** The corrections alone. */
    public ParameterReadings corrections() {
        return new ParameterReadings(
                reads.stream().filter(ExtractedAnswer::correction).toList(), List.of());
    }

    /** Of several ways in which one parameter was said the first counts. */
    public static ParameterReadings of(List<ExtractedAnswer> reads, List<Clarification> asks) {
        Set<String> known = new LinkedHashSet<>();
        List<ExtractedAnswer> first =
                reads.stream().filter(read -> known.add(read.fact())).toList();
        List<Clarification> open = new ArrayList<>();
        asks.stream().filter(ask -> known.add(ask.fact())).forEach(open::add);
        return new ParameterReadings(first, open);
    }
}
