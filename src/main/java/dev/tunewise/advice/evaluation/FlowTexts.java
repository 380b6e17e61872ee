package dev.tunewise.advice.evaluation;

import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.flow.Citation;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Source;
import dev.tunewise.flow.format.FlowLabels;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of a flow with values filled in. A text is read for placeholders once; what is filled in is never read again, so that nothing people
 * enter can act as a placeholder.
 */
public final class FlowTexts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

    /** What stands before the beginning of a sentence. */
    private static final Pattern SENTENCE = Pattern.compile("(^|[.!?] )$");

    private final Flow flow;
    private final FlowLabels labels;
    private final FactFormatter values;

    public FlowTexts(Flow flow) {
        this.flow = flow;
        labels = new FlowLabels(flow);
        values = new FactFormatter(flow);
    }

    public FactFormatter values() {
        return values;
    }

    public String label(String id) {
        return labels.label(id);
    }

    public String lever(String id) {
        return labels.lever(id);
    }

    /** The direction that a rule points to, in a few words. */
    public String direction(Rule rule) {
        return labels.direction(rule);
    }

    /**
     * The text of a key with values filled in; empty where there is none.
     *
     * @param known gives the written value of a fact or figure, where it is known
     */
    String filled(String key, Function<String, Optional<String>> known) {
        return flow.texts().find(key).map(text -> fill(text, known)).orElse("");
    }

    private String fill(String text, Function<String, Optional<String>> known) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        return placeholder.replaceAll(match -> {
            String id = match.group(1);
            boolean declared = flow.fact(id).isPresent() || flow.figure(id).isPresent();
            String value = declared
                    ? known.apply(id).orElseGet(() -> begun(text, match.start(), values.unknown(id)))
                    : match.group();
            return Matcher.quoteReplacement(isOwnText(id, value) ? fill(value, known) : value);
        });
    }

    /** Words of ours at the beginning of a sentence. */
    private static String begun(String text, int at, String words) {
        return SENTENCE.matcher(text.substring(0, at)).find()
                ? Character.toUpperCase(words.charAt(0)) + words.substring(1)
                : words;
    }

    /** Says whether a value is a choice in the flow's own words, which may name values too; what people entered is never filled. */
    private boolean isOwnText(String id, String value) {
        return value.indexOf('{') >= 0
                && flow.figure(id).stream()
                        .flatMap(figure -> figure.choices().stream())
                        .anyMatch(choice -> flow.texts()
                                .find("figures." + id + ".choices." + choice)
                                .equals(Optional.of(value)));
    }

    public List<SourceReference> cited(List<Citation> citations) {
        return citations.stream().map(this::cited).toList();
    }

    private SourceReference cited(Citation citation) {
        Source source = flow.sources().get(citation.source());
        if (source == null) {
            return new SourceReference(
                    citation.source(), citation.section(), citation.source(), citation.section(), "", "", "");
        }
        String section = source.sections().getOrDefault(citation.section(), citation.section());
        return new SourceReference(
                source.id(),
                citation.section(),
                source.title(),
                section,
                source.publisher(),
                source.date(),
                source.url());
    }
}
