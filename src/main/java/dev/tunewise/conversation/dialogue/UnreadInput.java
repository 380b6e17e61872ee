package dev.tunewise.conversation.dialogue;

import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.leaning.FirstReply;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.Interpreter;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.result.ReadingContext;
import java.util.List;
import java.util.Optional;

/** The text that examples or a language model may read further: what was typed to us, with words in it that the rules leave unread. */
public record UnreadInput(QuestionPlan.Planner planner, Interpreter interpreter, Flow flow) {
    private static final int LONGEST_ORDER = 160;

    /** The text of an input in a state; empty where nothing is left to read in it. */
    public Optional<String> of(ConversationState state, UserInput input) {
        return switch (input) {
            // A post of several sentences orders nothing, nor do two questions, and what it asks is not told by what
            // the rules left unread.
            case UserInput.Opened(String text)
            when text.length() > LONGEST_ORDER || Intent.several(text) -> Optional.of(text);
            case UserInput.Opened(String text) ->
                unread(text, FirstReply.describes(text), new ReadingContext(List.of(), state.answers()));
            case UserInput.Said(String text, boolean addressed)
            when addressed && !state.stopped() ->
                unread(
                        text,
                        FirstReply.isDue(text, state),
                        new ReadingContext(
                                new ExpectedFacts(planner.agenda(state).asking(), state, flow).open(),
                                state.understood()));
            case UserInput.Said _,
                    UserInput.Edited _,
                    UserInput.Clicked _,
                    UserInput.Filled _,
                    UserInput.TimeCame _,
                    UserInput.Imported _ -> Optional.empty();
        };
    }

    private Optional<String> unread(String text, boolean describes, ReadingContext context) {
        Interpretation heard = interpreter.hear(text, context);
        return (heard.unread() || describes) && heard.command() == null ? Optional.of(text) : Optional.empty();
    }
}
