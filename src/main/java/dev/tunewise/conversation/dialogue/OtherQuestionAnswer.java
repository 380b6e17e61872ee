package dev.tunewise.conversation.dialogue;

import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.Interpreter;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.ReadingContext;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hears a word or two that answer another question than the open one: "production" while the prompt is asked for. */
public record OtherQuestionAnswer(FlowContext kit, Interpreter interpreter) {
    private static final int FEW = 3;
    private static final double LIKELY = 0.5;

    /** "No, I meant the format", "actually it's about extraction now, not the classifier": what is meant instead of what was taken. */
    private static final Pattern MEANT =
            Pattern.compile("(?is)\\W*(?:(?:(?:no|sorry|well|oh|actually|rather)\\W+)*(?:i|we) mean(?:t)?(?: to say)?"
                    + "|(?:(?:no|sorry|oh|actually|rather)\\W+)+(?:it|this|that)(?:['’]?s| is) (?:(?:really|now) )?(?:about|for))"
                    + "\\s+(.+?)(?:\\s+(?:now|instead|really))*(?:\\s*,?\\s*(?:and )?not .*)?[.!\\s]*");

    /** What a text would say were it asked; none where it could answer two questions, as "no" could. */
    public List<Proposal> in(String text, ConversationState state) {
        Answers known = state.answers();
        return alone(text, state, fact -> !known.knows(fact.id())).stream()
                .map(fill -> new Proposal(fill.fact(), fill.value(), text.strip(), LIKELY, false))
                .toList();
    }

    /** What was heard, or where that is nothing what a text says is meant in the place of something known. */
    public Interpretation instead(Interpretation heard, String text, ConversationState state) {
        Matcher meant = MEANT.matcher(text);
        if (heard.fills().stream().anyMatch(fill -> !kit.flow().isAsked(fill.fact())) || !meant.matches()) {
            return heard;
        }
        Answers known = state.answers();
        List<ExtractedAnswer> fills = alone(meant.group(1), state, fact -> known.knows(fact.id()));
        return fills.isEmpty() ? heard : Interpretation.answers(fills).meantAsChange();
    }

    private List<ExtractedAnswer> alone(String text, ConversationState state, Predicate<Fact> news) {
        if (text.strip().split("\\s+", FEW + 1).length > FEW) {
            return List.of();
        }
        List<ExtractedAnswer> fills = kit.flow().facts().stream()
                .filter(fact -> (fact.type() == FactType.CHOICE || fact.type() == FactType.CHOICES)
                        && news.test(fact)
                        && !kit.flow().isAsked(fact.id())
                        && !state.doubts().containsKey(fact.id()))
                .map(Fact::id)
                .flatMap(fact ->
                        interpreter.hear(text, new ReadingContext(List.of(fact), state.answers())).fills().stream()
                                .filter(fill -> fill.fact().equals(fact)))
                .toList();
        return fills.size() == 1 ? fills : List.of();
    }
}
