package dev.tunewise.conversation.understanding;

import dev.tunewise.chat.Text;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.flow.Citation;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Source;
import dev.tunewise.flow.format.FlowLabels;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.result.Intent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers from what a flow brings along: its glossary, and the sources behind its statements. */
public final class FlowKnowledge implements KnowledgeBase {
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final int SHORTEST = 4;
    private static final int SOURCES = 3;

    private final Flow flow;
    private final Messages wording;
    private final List<Statement> statements = new ArrayList<>();

    public FlowKnowledge(Flow flow, Messages wording) {
        this.flow = flow;
        this.wording = wording;
        for (Rule rule : flow.rules()) {
            for (Rule.Reason reason : rule.because()) {
                add("rules." + rule.id() + ".because." + reason.id(), reason.sources());
            }
        }
        flow.gates().forEach(gate -> add("gates." + gate.id() + ".todo", gate.sources()));
        flow.findings().forEach(finding -> add("findings." + finding.id() + ".text", finding.sources()));
    }

    /** Something that the flow says, with the sources it has for it. */
    private record Statement(String text, Set<String> words, List<Citation> sources) {}

    private void add(String key, List<Citation> sources) {
        flow.texts()
                .find(key)
                .filter(_ -> !sources.isEmpty())
                .ifPresent(text -> statements.add(new Statement(text, words(text), sources)));
    }

    @Override
    public Optional<Text> answer(Intent inquiry, Answers answers) {
        return switch (inquiry) {
            case Intent.MeaningOf(String term, String said) -> meaning(term, said);
            case Intent.SourceOf(String claim) -> source(claim);
            case Intent _ -> Optional.empty();
        };
    }

    private Optional<Text> meaning(String term, String said) {
        String explanation = flow.glossary().get(term);
        return Optional.ofNullable(explanation).map(text -> wording.text("meaning", said, text));
    }

    /** The statement that shares most words with the claim; figures count double, since they are what people ask about. */
    private Optional<Text> source(String claim) {
        Set<String> asked = words(claim);
        return statements.stream()
                .filter(statement -> shared(statement, asked) >= 2)
                .max(Comparator.comparingInt(statement -> shared(statement, asked)))
                .map(statement ->
                        wording.text("source", capitalised(filled(statement.text())), titles(statement.sources())));
    }

    private static int shared(Statement statement, Set<String> asked) {
        return asked.stream()
                .filter(statement.words()::contains)
                .mapToInt(word -> Character.isDigit(word.charAt(0)) ? 2 : 1)
                .sum();
    }

    /** A statement outside of any consultation speaks of facts by name. */
    private String filled(String text) {
        String filled = text;
        for (var fact : flow.facts()) {
            filled = filled.replace("{" + fact.id() + "}", label(fact.id()));
        }
        for (var figure : flow.figures()) {
            filled = filled.replace("{" + figure.id() + "}", label(figure.id()));
        }
        return filled;
    }

    private static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private String label(String fact) {
        return new FlowLabels(flow).label(fact).toLowerCase(Locale.ROOT);
    }

    private String titles(List<Citation> citations) {
        return citations.stream().limit(SOURCES).map(this::title).collect(Collectors.joining("; "));
    }

    private String title(Citation citation) {
        Source source = flow.sources().get(citation.source());
        if (source == null) {
            return citation.toString();
        }
        String section = source.sections().get(citation.section());
        return section == null ? source.title() : source.title() + ", “" + section + "”";
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : BREAK.split(text.toLowerCase(Locale.ROOT).replaceAll("(?<=\\d)[,.](?=\\d{3})", ""))) {
            if (word.length() >= SHORTEST || (!word.isEmpty() && Character.isDigit(word.charAt(0)))) {
                words.add(word);
            }
        }
        return words;
    }
}
