package dev.tunewise.advice;

import dev.tunewise.flow.Citation;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of a flow with values filled in. A text is read for placeholders once; what is filled in is never read again, so that nothing people
 * enter can act as a placeholder.
 */
final class Words {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

    private final Flow flow;
    private final ShownValues values;

    Words(Flow flow) {
        this.flow = flow;
        values = new ShownValues(flow);
    }

    /** Short name of a fact or figure. */
    String label(String id) {
        return find("facts." + id + ".label", "figures." + id + ".label").orElse(readable(id));
    }

    /** Short name of a lever. */
    String lever(String id) {
        return find("levers." + id + ".name").orElse(readable(id));
    }

    /** A value as people read it. */
    String value(String id, Object raw) {
        return values.text(id, raw);
    }

    /** The name of one choice of a fact. */
    String choice(String fact, String choice) {
        return values.choice(fact, choice);
    }

    /** The first of these texts that exists, with the known values filled in; empty where there is none. */
    String filled(Map<String, Object> known, String... keys) {
        return find(keys).map(text -> fill(text, known)).orElse("");
    }

    /** What a rule is about: its own name where it has one, else its id in words. */
    String rule(String id) {
        return find("rules." + id + ".name").orElse(readable(id));
    }

    List<Cited> cited(List<Citation> citations) {
        return citations.stream().map(this::cited).toList();
    }

    private Cited cited(Citation citation) {
        Source source = flow.sources().get(citation.source());
        if (source == null) {
            return new Cited(citation.source(), citation.section(), citation.source(), citation.section(), "");
        }
        String section = source.sections().getOrDefault(citation.section(), citation.section());
        return new Cited(source.id(), citation.section(), source.title(), section, source.url());
    }

    String fill(String text, Map<String, Object> known) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        return placeholder.replaceAll(match -> Matcher.quoteReplacement(filling(match, known)));
    }

    private String filling(MatchResult match, Map<String, Object> known) {
        String id = match.group(1);
        Object raw = known.get(id);
        if (raw != null) {
            return values.text(id, raw);
        }
        boolean declared = flow.fact(id).isPresent() || flow.figure(id).isPresent();
        return declared ? values.unknown(id) : match.group();
    }

    private Optional<String> find(String... keys) {
        for (String key : keys) {
            Optional<String> text = flow.texts().find(key);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static String readable(String id) {
        String words = id.replace('-', ' ').replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
