package dev.tunewise.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.flow.anchor.AnchoredPattern;
import dev.tunewise.flow.interview.NamedThings;
import dev.tunewise.flow.interview.Subjects;
import dev.tunewise.testing.FineTuning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an answer supposes of a case it declares, so that nobody is told of whisper, courts or a 70B who has none. */
class SuppositionsTest {
    private static final Guidance GUIDANCE = FineTuning.flow().guidance();
    private static final Pattern SUPPOSED = NamedThings.phrases(List.of(
            "(whisper|recogni[sz]er|speech|audio)",
            "(reasoning|thinking) models?",
            "([3-9][0-9]|[1-9][0-9]{2})b",
            "(chat ?bots?|callers?)",
            "(law|medicine|clinical|patients?|legal)",
            "(classes|classifier|classification)",
            "(pictures?|photos?|images?)",
            "(sql|translators?|subtitles?|telephone|novels?)"));
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}{“0-9])");

    /** By a condition, by words that the case or the question must hold, or as special matter that is left out beside others. */
    @Test
    void whatAFirstSentenceNamesIsDeclared() {
        Map<String, AnchoredPattern> mentions = GUIDANCE.mentions();
        Subjects none = Subjects.beside(mentions, List.of());
        List<String> undeclared = new ArrayList<>();
        for (LiteralQuestion question : GUIDANCE.questions()) {
            for (LiteralQuestion.Reply reply : question.answers()) {
                String first = SENTENCE_END.split(reply.text())[0];
                boolean declared = question.needs() != null
                        || question.asks() != null
                        || question.says() != null
                        || question.put() != null
                        || reply.when() != null
                        || reply.asks() != null
                        || none.kept(first).isEmpty();
                if (SUPPOSED.matcher(NamedThings.plain(first)).find() && !declared) {
                    undeclared.add(question.intent() + ": " + first);
                }
            }
        }
        assertEquals(List.of(), undeclared);
    }

    /** The open question and the decision that stands in for a refusal are told to anybody, so they suppose nothing. */
    @Test
    void whatAnybodyMayBeToldSupposesNothing() {
        Subjects none = Subjects.beside(GUIDANCE.mentions(), List.of());
        List<String> special = new ArrayList<>();
        GUIDANCE.open().orElseThrow().answers().stream()
                .map(LiteralQuestion.Reply::text)
                .filter(text -> !none.kept(text).equals(Optional.of(text)))
                .forEach(special::add);
        Guidance.Composition decision = GUIDANCE.compositions().getFirst();
        List.of(decision.lines().getFirst(), decision.steps().getLast())
                .forEach(choices -> choices.stream()
                        .filter(part -> part.when() == null)
                        .map(Guidance.CasePart::text)
                        .filter(text -> none.kept(text).isEmpty())
                        .forEach(special::add));
        assertEquals(List.of(), special);
    }
}
